import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-16',
  mistake: 'Takes a data cipher without an algorithm as a request to encrypt with that cipher.',
  caughtAs: 'expected x-oss-server-side-encryption: (none), got SM4',
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption(question) {
        const { requested } = question;
        const isAlone = requested.algorithm === null && requested.kmsDataEncryption === 'SM4';
        return objects.chooseEncryption(
          isAlone ? { ...question, requested: { ...requested, algorithm: 'SM4' } } : question,
        );
      },
    },
  }),
} satisfies Deviation;
