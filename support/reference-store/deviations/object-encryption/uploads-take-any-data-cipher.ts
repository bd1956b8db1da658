import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

const kms = { algorithm: 'KMS', kmsMasterKeyId: null, kmsDataEncryption: null } as const;

export default {
  clause: 'OBJ-41',
  mistake: 'Compares the data cipher with SM4 and encrypts with AES256 for any other value.',
  caughtAs: 'expected 400 InvalidDataEncryptionAlgorithmError, got 200',
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption(question) {
        const choice = objects.chooseEncryption(question);
        const isUnknown = choice instanceof Refusal && choice.code === 'InvalidDataEncryptionAlgorithmError';
        return isUnknown ? kms : choice;
      },
    },
  }),
} satisfies Deviation;
