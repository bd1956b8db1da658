import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-21',
  mistake: 'Knows the encryption of an upload when it is initiated and when it is completed; a part is bytes.',
  caughtAs: 'expected x-oss-server-side-encryption: AES256, got (none)',
  alsoCaughtBy: { 'OBJ-08': 'the parts are among its answers' },
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders: (report) =>
        report.operation === 'UploadPart' || report.operation === 'UploadPartCopy'
          ? []
          : objects.encryptionHeaders(report),
    },
  }),
} satisfies Deviation;
