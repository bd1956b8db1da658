import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-28',
  mistake: 'Ignores a key id with AES256, because AES256 needs none.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        encryption.validateRule(proposal.algorithm === 'AES256' ? { ...proposal, kmsMasterKeyId: null } : proposal),
    },
  }),
} satisfies Deviation;
