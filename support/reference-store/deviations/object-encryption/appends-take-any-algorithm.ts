import { encryptUnchecked } from '../../unchecked-encryption.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-07',
  mistake: 'Has a separate handler for appends, which treats the header as a switch: any value encrypts.',
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 200',
  deviate: ({ objects }) => ({ objects: encryptUnchecked(objects, 'InvalidEncryptionAlgorithmError', 'AppendObject') }),
} satisfies Deviation;
