import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-21',
  mistake: 'Encrypts parts while they wait for their completion, and says so whatever the upload asked for.',
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
