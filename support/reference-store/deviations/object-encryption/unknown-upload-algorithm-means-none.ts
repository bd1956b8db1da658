import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-07',
  mistake: 'Encrypts uploads that name a known algorithm, and stores all others unencrypted.',
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 200',
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption(question) {
        const choice = objects.chooseEncryption(question);
        return choice instanceof Refusal && choice.code === 'InvalidEncryptionAlgorithmError' ? null : choice;
      },
    },
  }),
} satisfies Deviation;
