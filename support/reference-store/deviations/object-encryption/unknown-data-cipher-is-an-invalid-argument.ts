import { invalidArgument, Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-41',
  mistake: 'Has one error for the headers of an upload, whichever of them is wrong.',
  caughtAs: 'expected 400 InvalidDataEncryptionAlgorithmError, got 400 InvalidArgument',
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption(question) {
        const choice = objects.chooseEncryption(question);
        const isUnknown = choice instanceof Refusal && choice.code === 'InvalidDataEncryptionAlgorithmError';
        return isUnknown ? invalidArgument('A header of the encryption is not valid.') : choice;
      },
    },
  }),
} satisfies Deviation;
