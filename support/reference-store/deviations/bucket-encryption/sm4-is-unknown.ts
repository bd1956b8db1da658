import { invalidEncryptionAlgorithm } from '../../bucket-encryption/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-07',
  mistake: 'Declares SM4 but refuses it as a rule, because the English page lists KMS and AES256 only.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidEncryptionAlgorithmError',
  alsoCaughtBy: { 'PBE-10': 'SM4 is one of the documented combinations' },
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        proposal.algorithm === 'SM4' ? invalidEncryptionAlgorithm() : encryption.validateRule(proposal),
    },
  }),
} satisfies Deviation;
