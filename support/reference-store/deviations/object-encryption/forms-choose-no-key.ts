import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-22',
  mistake: 'Reads the algorithm from a form and ignores the other two encryption fields.',
  caughtAs: 'expected the header x-oss-server-side-data-encryption, got none',
  alsoCaughtBy: {
    'OBJ-41': 'its form with a wrong data cipher is accepted',
  },
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption(question) {
        const { operation, requested } = question;
        const plain = { ...requested, kmsMasterKeyId: null, kmsDataEncryption: null };
        return objects.chooseEncryption(operation === 'PostObject' ? { ...question, requested: plain } : question);
      },
    },
  }),
} satisfies Deviation;
