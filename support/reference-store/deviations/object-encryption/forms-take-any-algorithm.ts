import { encryptUnchecked } from '../../unchecked-encryption.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-07',
  mistake: 'Reads the fields of a form without the checks that it makes on headers.',
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 204',
  deviate: ({ objects }) => ({ objects: encryptUnchecked(objects, 'InvalidEncryptionAlgorithmError', 'PostObject') }),
} satisfies Deviation;
