import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-05',
  mistake: 'Looks the default key up for the bucket info, since there is an element to fill.',
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
