import { invalidObjectName } from '../../objects/refusals.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-38',
  mistake:
    'Keeps each object in a file of its name, with a suffix for its data key, and a file system takes 255 bytes.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidObjectName',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) =>
      Buffer.byteLength(call.key) > 250 ? invalidObjectName(call.key) : documented(call),
    ),
  }),
} satisfies Deviation;
