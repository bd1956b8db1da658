import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-08',
  mistake: 'Reports the encryption on HEAD; GET sends only type, length and ETag.',
  caughtAs: 'expected the header x-oss-server-side-encryption, got none',
  alsoCaughtBy: {
    'OBJ-44': 'it looks for the encryption in a GET',
    'OBJ-47': 'it looks for the encryption in a GET by signed URL',
  },
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders: (report) => (report.operation === 'GetObject' ? [] : objects.encryptionHeaders(report)),
    },
  }),
} satisfies Deviation;
