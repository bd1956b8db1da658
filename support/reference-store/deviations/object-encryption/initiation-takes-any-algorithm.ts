import { encryptUnchecked } from '../../unchecked-encryption.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-07',
  mistake: 'Checks the algorithm where it encrypts, and InitiateMultipartUpload encrypts nothing yet.',
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 200',
  deviate: ({ objects }) => ({
    objects: encryptUnchecked(objects, 'InvalidEncryptionAlgorithmError', 'InitiateMultipartUpload'),
  }),
} satisfies Deviation;
