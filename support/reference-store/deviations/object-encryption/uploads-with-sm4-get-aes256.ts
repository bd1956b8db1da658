import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-01',
  mistake: 'Offers SM4 but encrypts with AES256, the only cipher its library has.',
  caughtAs: 'expected x-oss-server-side-encryption: SM4, got AES256',
  alsoCaughtBy: {
    'OBJ-49': 'it looks at the encryption of a copy with SM4',
    'OBJ-16': 'SM4 is a row of its matrix',
  },
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption(question) {
        const { requested } = question;
        const isSm4 = requested.algorithm === 'SM4';
        return objects.chooseEncryption(
          isSm4 ? { ...question, requested: { ...requested, algorithm: 'AES256' } } : question,
        );
      },
    },
  }),
} satisfies Deviation;
