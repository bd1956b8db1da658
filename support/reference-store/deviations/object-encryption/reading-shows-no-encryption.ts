import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-08',
  mistake: 'Tells of the encryption on HEAD, and on GET sends what it keeps for downloads: type, length, ETag.',
  caughtAs: 'expected x-oss-server-side-encryption: AES256, got (none)',
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders: (report) => (report.operation === 'GetObject' ? [] : objects.encryptionHeaders(report)),
    },
  }),
} satisfies Deviation;
