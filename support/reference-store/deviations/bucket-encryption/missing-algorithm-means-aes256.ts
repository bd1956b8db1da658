import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-06',
  mistake: 'Fills in AES256 where SSEAlgorithm is missing, as a helpful default.',
  caughtAs: 'expected a refusal, got 200',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) => encryption.validateRule({ ...proposal, algorithm: proposal.algorithm ?? 'AES256' }),
    },
  }),
} satisfies Deviation;
