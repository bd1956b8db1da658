import { encryptUnchecked } from '../../unchecked-encryption.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-07',
  mistake: 'Has a handler of its own for appends, which takes the header for a switch: any value encrypts.',
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 200',
  deviate: ({ objects }) => ({ objects: encryptUnchecked(objects, 'InvalidEncryptionAlgorithmError', 'AppendObject') }),
} satisfies Deviation;
