import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-05',
  mistake: 'Looks up the default key for the bucket info, because there is an element for it.',
  caughtAs: 'expected no KMSMasterKeyID, got KMSMasterKeyID alias/acs/oss',
  alsoCaughtBy: { 'GBI-03': 'KMS with SM4 without a chosen key shows none either' },
  deviate: ({ encryption }) => ({
    encryption: {
      writeInfoRule: (rule) =>
        encryption.writeInfoRule(
          rule?.algorithm === 'KMS' ? { ...rule, kmsMasterKeyId: rule.kmsMasterKeyId ?? 'alias/acs/oss' } : rule,
        ),
    },
  }),
} satisfies Deviation;
