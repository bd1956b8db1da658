import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-20',
  mistake: 'Stores the key id in a column of 36 characters, the length of a UUID, and the database cuts longer ones.',
  caughtAs: 'got the rule KMS with the key acs:kms:cn-hangzhou:1000000000000001',
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        encryption.validateRule({ ...proposal, kmsMasterKeyId: proposal.kmsMasterKeyId?.slice(0, 36) ?? null }),
    },
  }),
} satisfies Deviation;
