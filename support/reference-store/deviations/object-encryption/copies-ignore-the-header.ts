import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

const nothing = { algorithm: null, kmsMasterKeyId: null, kmsDataEncryption: null };

export default {
  clause: 'OBJ-19',
  mistake: 'Copies the stored bytes as they are, so the encryption headers of the copy have no effect.',
  caughtAs: 'expected the header x-oss-server-side-encryption, got none',
  alsoCaughtBy: {
    ...forOneReason('a copy with the header is one of its scenarios', 'OBJ-05', 'OBJ-07', 'OBJ-08', 'OBJ-11'),
    'OBJ-41': 'its copy with a wrong data cipher is accepted',
    'OBJ-49': 'it looks at the encryption of copies',
  },
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption: (question) =>
        objects.chooseEncryption(question.operation === 'CopyObject' ? { ...question, requested: nothing } : question),
    },
  }),
} satisfies Deviation;
