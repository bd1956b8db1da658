import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-20',
  mistake: 'Converts key ids to lower case before it stores them, because they look hexadecimal.',
  caughtAs: 'got the rule KMS with the key a-key-in-capitals',
  alsoCaughtBy: { 'ENV-33': 'it reads back a key id, too' },
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        encryption.validateRule({ ...proposal, kmsMasterKeyId: proposal.kmsMasterKeyId?.toLowerCase() ?? null }),
    },
  }),
} satisfies Deviation;
