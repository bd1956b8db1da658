import { changeRequests, renamed } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'KEY-06',
  mistake: 'Decodes the path as a form.',
  caughtAs: 'expected',
  deviate: ({ route }) => ({
    route: changeRequests(route, ['GetObject'], (call) =>
      call.request.path.includes('+') ? renamed(call, (key) => key.replaceAll('+', ' ')) : call,
    ),
  }),
} satisfies Deviation;
