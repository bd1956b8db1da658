import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-07',
  mistake: 'Encrypts what asks for an algorithm it knows, and stores everything else as it came.',
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
