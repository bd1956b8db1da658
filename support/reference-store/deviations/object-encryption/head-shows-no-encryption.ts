import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-08',
  mistake: "Answers HEAD from its index, which does not have an object's encryption.",
  caughtAs: 'expected the header x-oss-server-side-encryption, got none',
  alsoCaughtBy: {
    ...forOneReason('it looks at HEAD', 'OBJ-09', 'OBJ-17'),
    'OBJ-50': 'it looks for the encryption of an older object in HEAD',
  },
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders: (report) => (report.operation === 'HeadObject' ? [] : objects.encryptionHeaders(report)),
    },
  }),
} satisfies Deviation;
