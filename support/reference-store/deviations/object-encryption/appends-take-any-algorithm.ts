import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

const aes256 = { algorithm: 'AES256', kmsMasterKeyId: null, kmsDataEncryption: null } as const;

export default {
  clause: 'OBJ-07',
  mistake: 'Has a handler of its own for appends, which takes the header for a switch: any value encrypts.',
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 200',
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption(question) {
        const choice = objects.chooseEncryption(question);
        const isUnknown = choice instanceof Refusal && choice.code === 'InvalidEncryptionAlgorithmError';
        return question.operation === 'AppendObject' && isUnknown ? aes256 : choice;
      },
    },
  }),
} satisfies Deviation;
