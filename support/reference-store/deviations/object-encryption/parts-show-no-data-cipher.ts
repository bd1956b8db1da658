import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-21',
  mistake: 'Answers parts with the algorithm and key of their upload, and forgets the data cipher.',
  caughtAs: 'expected the header x-oss-server-side-data-encryption, got none',
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders: (report) =>
        objects
          .encryptionHeaders(report)
          .filter(([name]) => report.operation !== 'UploadPart' || !name.includes('data-encryption')),
    },
  }),
} satisfies Deviation;
