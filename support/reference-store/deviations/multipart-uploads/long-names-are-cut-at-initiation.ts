import { changeRequests, renamed } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-07',
  mistake: 'Keeps the names of uploads in a column of 1,023 bytes, which cuts longer ones.',
  caughtAs: 'expected 400 InvalidObjectName, got 200',
  deviate: ({ route }) => ({
    route: changeRequests(route, ['InitiateMultipartUpload'], (call) => renamed(call, (key) => key.slice(0, 1023))),
  }),
} satisfies Deviation;
