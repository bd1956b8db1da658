import { changeRequests, renamed } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'KEY-06',
  mistake: 'Decodes the path like a form.',
  caughtAs: 'expected',
  alsoCaughtBy: {
    'AUTH-57': 'one of its names is sent with a plain plus sign',
  },
  deviate: ({ route }) => ({
    route: changeRequests(route, ['GetObject'], (call) =>
      call.request.path.includes('+') ? renamed(call, (key) => key.replaceAll('+', ' ')) : call,
    ),
  }),
} satisfies Deviation;
