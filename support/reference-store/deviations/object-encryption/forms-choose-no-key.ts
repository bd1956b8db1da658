import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-22',
  mistake: 'Takes the algorithm from a form and leaves the other two fields to programs.',
  caughtAs: 'expected x-oss-server-side-data-encryption: SM4, got (none)',
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
