import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-08',
  mistake: 'Names only the algorithm on GET and leaves the data cipher to HEAD.',
  caughtAs: 'expected the header x-oss-server-side-data-encryption, got none',
  alsoCaughtBy: {
    'OBJ-44': 'it looks for the data cipher in a GET',
  },
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders(report) {
        const headers = objects.encryptionHeaders(report);
        if (report.operation !== 'GetObject') return headers;
        return headers.filter(([name]) => name !== 'x-oss-server-side-data-encryption');
      },
    },
  }),
} satisfies Deviation;
