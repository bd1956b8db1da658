import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-07',
  mistake: 'Masks the end of the key id in the bucket info, which more people may read.',
  caughtAs: 'got KMSMasterKeyID 9468da86-3509-4f8d-a61e-6eab1eac****',
  alsoCaughtBy: { 'ENV-33': 'it reads a key id in the bucket info' },
  deviate: ({ encryption }) => ({
    encryption: {
      writeInfoRule: (rule) =>
        encryption.writeInfoRule(
          rule?.kmsMasterKeyId ? { ...rule, kmsMasterKeyId: `${rule.kmsMasterKeyId.slice(0, -4)}****` } : rule,
        ),
    },
  }),
} satisfies Deviation;
