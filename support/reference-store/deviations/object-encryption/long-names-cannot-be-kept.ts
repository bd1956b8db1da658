import { invalidObjectName } from '../../objects/refusals.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-38',
  mistake: "Stores each object in a file of the object's name plus a suffix, and file names end at 255 bytes.",
  caughtAs: 'expected the request to be accepted, got 400 InvalidObjectName',
  alsoCaughtBy: {
    'KEY-01': 'it uploads a name of 1,023 bytes',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) =>
      Buffer.byteLength(call.key) > 250 ? invalidObjectName(call.key) : documented(call),
    ),
  }),
} satisfies Deviation;
