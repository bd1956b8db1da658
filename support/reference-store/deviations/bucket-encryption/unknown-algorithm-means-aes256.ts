import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-25',
  mistake: 'Chooses the cipher in a switch whose default branch is AES256, so no algorithm is unknown.',
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 200',
  alsoCaughtBy: { 'PBE-26': 'without a refusal there is no message' },
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        encryption.validateRule(
          proposal.algorithm && !['KMS', 'SM4'].includes(proposal.algorithm)
            ? { ...proposal, algorithm: 'AES256' }
            : proposal,
        ),
    },
  }),
} satisfies Deviation;
