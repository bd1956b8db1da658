import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-08',
  mistake: 'Answers CompleteMultipartUpload with its document only, without the headers of the new object.',
  caughtAs: 'expected the header x-oss-server-side-encryption, got none',
  alsoCaughtBy: {
    'OBJ-21': 'the completion is one of its steps',
  },
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders: (report) =>
        report.operation === 'CompleteMultipartUpload' ? [] : objects.encryptionHeaders(report),
    },
  }),
} satisfies Deviation;
