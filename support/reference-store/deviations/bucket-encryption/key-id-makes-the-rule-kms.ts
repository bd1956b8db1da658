import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-28',
  mistake: 'Concludes from a key id with AES256 that KMS is meant, and sets KMS with that key.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        encryption.validateRule(
          proposal.algorithm === 'AES256' && proposal.kmsMasterKeyId ? { ...proposal, algorithm: 'KMS' } : proposal,
        ),
    },
  }),
} satisfies Deviation;
