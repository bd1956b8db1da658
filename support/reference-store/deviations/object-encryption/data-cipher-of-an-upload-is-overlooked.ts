import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-02',
  mistake: 'Reads two of the three encryption headers, so KMS with SM4 becomes KMS.',
  caughtAs: 'expected x-oss-server-side-data-encryption: SM4, got (none)',
  alsoCaughtBy: {
    ...forOneReason('it asks for KMS with SM4 by header', 'OBJ-16', 'OBJ-19', 'OBJ-21', 'OBJ-22'),
    'OBJ-41': 'its scenarios use the call that this mistake changes',
    'OBJ-44': 'its scenarios use the call that this mistake changes',
  },
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption: (question) =>
        objects.chooseEncryption({ ...question, requested: { ...question.requested, kmsDataEncryption: null } }),
    },
  }),
} satisfies Deviation;
