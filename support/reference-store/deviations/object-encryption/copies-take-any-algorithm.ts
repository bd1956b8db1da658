import { encryptUnchecked } from '../../unchecked-encryption.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-07',
  mistake: 'Takes the header of a copy for a switch: any value encrypts.',
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 200',
  deviate: ({ objects }) => ({ objects: encryptUnchecked(objects, 'InvalidEncryptionAlgorithmError', 'CopyObject') }),
} satisfies Deviation;
