import { changeRequests } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-25',
  mistake: 'Knows only the response parameters that its first client sent.',
  caughtAs: 'expected Expires: Fri, 01 Jan 2038 00:00:00 GMT, got',
  deviate: ({ route }) => ({
    route: changeRequests(route, ['GetObject'], (call) => ({
      ...call,
      request: { ...call.request, query: call.request.query.filter(([name]) => name !== 'response-expires') },
    })),
  }),
} satisfies Deviation;
