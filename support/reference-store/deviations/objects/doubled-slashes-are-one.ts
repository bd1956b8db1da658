import { changeRequests, renamed } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'KEY-10',
  mistake: 'Collapses repeated slashes, as file systems do.',
  caughtAs: 'expected the whole object, got',
  alsoCaughtBy: {
    'OBJ-38': 'one of its names has two slashes',
  },
  deviate: ({ route }) => ({
    route: changeRequests(route, ['PutObject'], (call) => renamed(call, (key) => key.replaceAll(/(?<=.)\/{2,}/g, '/'))),
  }),
} satisfies Deviation;
