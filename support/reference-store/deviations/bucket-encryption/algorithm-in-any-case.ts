import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-37',
  mistake: 'Compares SSEAlgorithm case-insensitively, like many header values, so `aes256` is accepted.',
  caughtAs: 'answered 200; then the rule AES256',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        encryption.validateRule({ ...proposal, algorithm: proposal.algorithm?.toUpperCase() ?? null }),
    },
  }),
} satisfies Deviation;
