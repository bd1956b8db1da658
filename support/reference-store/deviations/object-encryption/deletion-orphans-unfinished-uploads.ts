import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-50',
  mistake:
    "Reads a bucket's rule when an upload is completed, although its parts were encrypted before the rule was deleted.",
  caughtAs: 'expected the header x-oss-server-side-encryption, got none',
  alsoCaughtBy: { 'OBJ-21': 'its uploads ask for AES256 in a bucket without a rule' },
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders: (report) =>
        report.operation === 'CompleteMultipartUpload' && report.rule === null && report.encryption?.method === 'AES256'
          ? []
          : objects.encryptionHeaders(report),
    },
  }),
} satisfies Deviation;
