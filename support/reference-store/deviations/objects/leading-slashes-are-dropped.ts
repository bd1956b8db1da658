import { changeRequests, renamed } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'KEY-02',
  mistake: 'Normalises the path, so //test.txt is test.txt.',
  caughtAs: 'expected 400 InvalidObjectName, got 200',
  deviate: ({ route }) => ({
    route: changeRequests(route, ['PutObject'], (call) => renamed(call, (key) => key.replace(/^\/+(?=.)/, ''))),
  }),
} satisfies Deviation;
