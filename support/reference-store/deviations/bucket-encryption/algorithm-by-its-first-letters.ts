import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-25',
  mistake: 'Takes everything that starts with AES as AES256, so AES128 is promised and AES256 is used.',
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 200',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        encryption.validateRule(
          proposal.algorithm?.startsWith('AES') === true ? { ...proposal, algorithm: 'AES256' } : proposal,
        ),
    },
  }),
} satisfies Deviation;
