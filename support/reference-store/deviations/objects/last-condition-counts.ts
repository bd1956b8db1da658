import { changeRequestHeaders } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-22',
  mistake: 'Evaluates only the last condition of a request.',
  caughtAs: 'expected 412 PreconditionFailed, got',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['GetObject'], (headers) => {
      const last = headers.findLast(([name]) => /^if-/i.test(name));
      return headers.filter((pair) => !/^if-/i.test(pair[0]) || pair === last);
    }),
  }),
} satisfies Deviation;
