import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-28',
  mistake: 'Overlooks the key id beside AES256, since AES256 needs none.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        encryption.validateRule(proposal.algorithm === 'AES256' ? { ...proposal, kmsMasterKeyId: null } : proposal),
    },
  }),
} satisfies Deviation;
