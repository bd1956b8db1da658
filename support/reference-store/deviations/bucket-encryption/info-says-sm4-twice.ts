import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-06',
  mistake: 'Fills the data cipher of the bucket info from the cipher in use, which is SM4 under SM4.',
  caughtAs: 'expected no KMSDataEncryption, got KMSDataEncryption SM4',
  deviate: ({ encryption }) => ({
    encryption: {
      writeInfoRule: (rule) =>
        encryption.writeInfoRule(rule?.algorithm === 'SM4' ? { ...rule, kmsDataEncryption: 'SM4' } : rule),
    },
  }),
} satisfies Deviation;
