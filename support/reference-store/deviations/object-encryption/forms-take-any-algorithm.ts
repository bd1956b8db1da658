import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

const aes256 = { algorithm: 'AES256', kmsMasterKeyId: null, kmsDataEncryption: null } as const;

export default {
  clause: 'OBJ-07',
  mistake: 'Reads the fields of a form without the checks that it makes on headers.',
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 204',
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption(question) {
        const choice = objects.chooseEncryption(question);
        const isUnknown = choice instanceof Refusal && choice.code === 'InvalidEncryptionAlgorithmError';
        return question.operation === 'PostObject' && isUnknown ? aes256 : choice;
      },
    },
  }),
} satisfies Deviation;
