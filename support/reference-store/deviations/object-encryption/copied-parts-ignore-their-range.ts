import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-42',
  mistake: 'Copies a part as a whole encrypted file, since a range would have to be decrypted.',
  caughtAs: 'expected a Content-Length of 300000, got 600000',
  alsoCaughtBy: {
    'MPU-23': 'it copies ranges of unencrypted objects',
    'OBJ-46': 'the object is longer than what was uploaded',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['UploadPart'], (call, documented) =>
      documented(withHeaders(call, (headers) => headers.filter(([name]) => !/^x-oss-copy-source-range$/i.test(name)))),
    ),
  }),
} satisfies Deviation;
