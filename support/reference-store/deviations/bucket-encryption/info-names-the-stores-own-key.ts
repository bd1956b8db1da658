import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-06',
  mistake: "Shows in the bucket info the store's own key, which it uses for AES256.",
  caughtAs: 'expected no KMSMasterKeyID, got KMSMasterKeyID service-key',
  deviate: ({ encryption }) => ({
    encryption: {
      writeInfoRule: (rule) =>
        encryption.writeInfoRule(rule?.algorithm === 'AES256' ? { ...rule, kmsMasterKeyId: 'service-key' } : rule),
    },
  }),
} satisfies Deviation;
