import { changeRequests, renamed } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'KEY-01',
  mistake: 'Counts a name in characters, and cuts it to fit its file system.',
  caughtAs: 'expected 400 InvalidObjectName, got 200',
  deviate: ({ route }) => ({
    route: changeRequests(route, ['PutObject'], (call) =>
      renamed(call, (key) => (key.length <= 1023 && Buffer.byteLength(key) > 1023 ? key.slice(0, 200) : key)),
    ),
  }),
} satisfies Deviation;
