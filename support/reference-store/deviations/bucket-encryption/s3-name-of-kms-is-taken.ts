import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-25',
  mistake: 'Accepts aws:kms for KMS, the name that S3 clients send.',
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 200',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        encryption.validateRule(proposal.algorithm === 'aws:kms' ? { ...proposal, algorithm: 'KMS' } : proposal),
    },
  }),
} satisfies Deviation;
