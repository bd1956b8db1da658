import { changeRequests, renamed } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'KEY-04',
  mistake: 'Splits a name at its slashes to find the file, so a/ is the same as a.',
  caughtAs: 'expected "a',
  alsoCaughtBy: {
    'LSO-29': 'it has an object named fun/',
    'DEL-04': 'it has objects named a and a/',
  },
  deviate: ({ route }) => ({
    route: changeRequests(route, ['PutObject', 'GetObject', 'HeadObject'], (call) =>
      renamed(call, (key) => key.replace(/(?<=.)\/$/, '')),
    ),
  }),
} satisfies Deviation;
