import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-06',
  mistake: 'Shows in the bucket info the key of its own with which it encrypts under AES256.',
  caughtAs: 'expected no KMSMasterKeyID, got KMSMasterKeyID service-key',
  deviate: ({ encryption }) => ({
    encryption: {
      writeInfoRule: (rule) =>
        encryption.writeInfoRule(rule?.algorithm === 'AES256' ? { ...rule, kmsMasterKeyId: 'service-key' } : rule),
    },
  }),
} satisfies Deviation;
