import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-03',
  mistake: 'Added KMSDataEncryption to GetBucketEncryption but not to the bucket info.',
  caughtAs: 'expected KMSDataEncryption SM4, got no KMSDataEncryption',
  deviate: ({ encryption }) => ({
    encryption: {
      writeInfoRule: (rule) => encryption.writeInfoRule(rule && { ...rule, kmsDataEncryption: null }),
    },
  }),
} satisfies Deviation;
