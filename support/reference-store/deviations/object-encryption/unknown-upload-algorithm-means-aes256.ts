import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-07',
  mistake: 'Falls back to AES256 where an upload names an algorithm it does not know.',
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 200',
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption(question) {
        const choice = objects.chooseEncryption(question);
        const isUnknown = choice instanceof Refusal && choice.code === 'InvalidEncryptionAlgorithmError';
        return isUnknown ? { algorithm: 'AES256', kmsMasterKeyId: null, kmsDataEncryption: null } : choice;
      },
    },
  }),
} satisfies Deviation;
