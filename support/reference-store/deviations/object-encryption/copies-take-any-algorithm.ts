import { encryptUnchecked } from '../../unchecked-encryption.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-07',
  mistake: 'Treats the header of a copy as a switch: any value encrypts.',
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 200',
  deviate: ({ objects }) => ({ objects: encryptUnchecked(objects, 'InvalidEncryptionAlgorithmError', 'CopyObject') }),
} satisfies Deviation;
