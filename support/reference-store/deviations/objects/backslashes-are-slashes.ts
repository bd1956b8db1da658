import { changeRequests, renamed } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'KEY-05',
  mistake: 'Keeps objects as files under Windows.',
  caughtAs: 'expected no other object in the listing',
  deviate: ({ route }) => ({
    route: changeRequests(route, ['PutObject', 'GetObject', 'HeadObject'], (call) =>
      renamed(call, (key) => key.replaceAll('\\', '/')),
    ),
  }),
} satisfies Deviation;
