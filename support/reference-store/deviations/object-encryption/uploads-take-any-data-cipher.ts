import { encryptUnchecked } from '../../unchecked-encryption.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-41',
  mistake: 'Compares the data cipher with SM4 and encrypts with AES256 for any other value.',
  caughtAs: 'expected 400 InvalidDataEncryptionAlgorithmError, got 200',
  deviate: ({ objects }) => ({ objects: encryptUnchecked(objects, 'InvalidDataEncryptionAlgorithmError') }),
} satisfies Deviation;
