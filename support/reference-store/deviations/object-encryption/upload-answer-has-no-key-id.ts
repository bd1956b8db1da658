import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-03',
  mistake: 'Answers an upload with the algorithm only, and shows the key id only on GET and HEAD.',
  caughtAs: 'expected the header x-oss-server-side-encryption-key-id, got none',
  alsoCaughtBy: forOneReason('it looks for the key in the answer to an upload', 'OBJ-10', 'OBJ-16'),
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders: (report) =>
        objects
          .encryptionHeaders(report)
          .filter(([name]) => report.operation !== 'PutObject' || !name.endsWith('-key-id')),
    },
  }),
} satisfies Deviation;
