import { changeRequests, renamed } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'KEY-05',
  mistake: 'Stores objects as files on Windows.',
  caughtAs: 'expected no other object in the listing',
  deviate: ({ route }) => ({
    route: changeRequests(route, ['PutObject', 'GetObject', 'HeadObject'], (call) =>
      renamed(call, (key) => key.replaceAll('\\', '/')),
    ),
  }),
} satisfies Deviation;
