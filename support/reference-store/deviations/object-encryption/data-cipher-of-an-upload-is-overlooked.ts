import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-02',
  mistake: 'Reads two of the three encryption headers, so KMS with SM4 becomes KMS.',
  caughtAs: 'expected the header x-oss-server-side-data-encryption, got none',
  alsoCaughtBy: {
    ...forOneReason('it asks for KMS with SM4 by header', 'OBJ-16', 'OBJ-19', 'OBJ-21', 'OBJ-22'),
    'OBJ-41': 'its upload with a wrong data cipher is accepted',
    'OBJ-44': 'it uploads with KMS and SM4 and looks for both',
  },
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption: (question) =>
        objects.chooseEncryption({ ...question, requested: { ...question.requested, kmsDataEncryption: null } }),
    },
  }),
} satisfies Deviation;
