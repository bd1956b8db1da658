import { replaceOperations } from '../../operation-replacement.ts';
import { invalidObjectName } from '../../objects/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'KEY-08',
  mistake: 'Refuses a name with a line feed, because its index has one name per line.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidObjectName',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) =>
      call.key.includes('\n') ? invalidObjectName(call.key) : documented(call),
    ),
  }),
} satisfies Deviation;
