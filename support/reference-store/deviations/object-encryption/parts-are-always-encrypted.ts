import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-21',
  mistake: 'Encrypts parts until their completion, and reports that even where the upload did not request it.',
  caughtAs: 'expected x-oss-server-side-encryption: (none), got AES256',
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders: (report) =>
        report.operation === 'UploadPart' && report.encryption === null
          ? [['x-oss-server-side-encryption', 'AES256']]
          : objects.encryptionHeaders(report),
    },
  }),
} satisfies Deviation;
