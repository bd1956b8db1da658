import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-05',
  mistake: 'Writes the missing key of a plain KMS rule as "null" into the bucket info.',
  caughtAs: 'expected no KMSMasterKeyID, got KMSMasterKeyID null',
  deviate: ({ encryption }) => ({
    encryption: {
      writeInfoRule: (rule) =>
        encryption.writeInfoRule(
          rule?.algorithm === 'KMS' && rule.kmsDataEncryption === null
            ? { ...rule, kmsMasterKeyId: rule.kmsMasterKeyId ?? 'null' }
            : rule,
        ),
    },
  }),
} satisfies Deviation;
