import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-06',
  mistake: 'Writes the key id of an SM4 rule without checking that there is one, which produces the word "null".',
  caughtAs: 'expected no KMSMasterKeyID, got KMSMasterKeyID null',
  deviate: ({ rules }) => ({
    rules: {
      read(bucket, reader, buckets) {
        const rule = rules.read(bucket, reader, buckets);
        if (reader !== 'GetBucketEncryption' || rule?.algorithm !== 'SM4') return rule;
        return { ...rule, kmsMasterKeyId: 'null' };
      },
    },
  }),
} satisfies Deviation;
