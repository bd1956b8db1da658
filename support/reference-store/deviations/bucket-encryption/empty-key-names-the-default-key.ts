import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-19',
  mistake: 'Writes the alias of the default key into an empty KMSMasterKeyID before it stores the rule.',
  caughtAs: 'got the rule KMS with the key alias/acs/oss',
  alsoCaughtBy: { 'PBE-10': 'KMS with an empty key id is one of the documented combinations' },
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        encryption.validateRule(
          proposal.algorithm === 'KMS' && proposal.kmsMasterKeyId === ''
            ? { ...proposal, kmsMasterKeyId: 'alias/acs/oss' }
            : proposal,
        ),
    },
  }),
} satisfies Deviation;
