import { encryptUnchecked } from '../../unchecked-encryption.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-41',
  mistake: 'Checks the data cipher where it encrypts, and InitiateMultipartUpload encrypts nothing yet.',
  caughtAs: 'expected 400 InvalidDataEncryptionAlgorithmError, got 200',
  deviate: ({ objects }) => ({
    objects: encryptUnchecked(objects, 'InvalidDataEncryptionAlgorithmError', 'InitiateMultipartUpload'),
  }),
} satisfies Deviation;
