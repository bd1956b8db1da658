import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-08',
  mistake: 'Leaves the encryption headers out of answers to form uploads, because browsers do not read them.',
  caughtAs: 'expected the header x-oss-server-side-encryption, got none',
  alsoCaughtBy: { 'OBJ-22': 'the answer to a form is what it is about' },
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders: (report) => (report.operation === 'PostObject' ? [] : objects.encryptionHeaders(report)),
    },
  }),
} satisfies Deviation;
