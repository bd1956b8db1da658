import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-09',
  mistake: 'Stores the key id with the ciphertext, which HEAD does not read.',
  caughtAs: 'expected the header x-oss-server-side-encryption-key-id, got none',
  alsoCaughtBy: {
    'OBJ-50': 'it looks for the key id of an older object in HEAD',
    'OBJ-17': 'it looks for the default key on HEAD',
  },
  deviate: ({ objects }) => ({
    objects: {
      encryptionHeaders: (report) =>
        objects
          .encryptionHeaders(report)
          .filter(([name]) => report.operation !== 'HeadObject' || !name.endsWith('-key-id')),
    },
  }),
} satisfies Deviation;
