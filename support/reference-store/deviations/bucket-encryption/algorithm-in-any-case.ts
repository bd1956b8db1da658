import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-37',
  mistake: 'Compares SSEAlgorithm without regard to letter case, as header values often are, so `aes256` is taken.',
  caughtAs: 'answered 200; then the rule AES256',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        encryption.validateRule({ ...proposal, algorithm: proposal.algorithm?.toUpperCase() ?? null }),
    },
  }),
} satisfies Deviation;
