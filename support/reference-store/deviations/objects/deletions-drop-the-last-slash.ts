import { changeRequests, renamed } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DEL-04',
  mistake: 'Splits a name at its slashes to find the file, so a/ is the same as a.',
  caughtAs: 'expected "a" to exist, got 404',
  deviate: ({ route }) => ({
    route: changeRequests(route, ['DeleteObject'], (call) => renamed(call, (key) => key.replace(/\/$/, ''))),
  }),
} satisfies Deviation;
