import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-21',
  mistake: "Reports an upload's encryption at its start and at its completion, but not for a part.",
  caughtAs: 'expected the header x-oss-server-side-encryption, got none',
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
