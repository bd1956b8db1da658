import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-05',
  mistake: 'Resolves the key id to the full name of the key and shows that.',
  caughtAs: 'got KMSMasterKeyID acs:kms:cn-hangzhou:1000000000000001:key/',
  alsoCaughtBy: forOneReason('it reads back a key id', 'PBE-08', 'PBE-10', 'PBE-11', 'PBE-20', 'PBE-22', 'ENV-33'),
  deviate: ({ rules }) => ({
    rules: {
      read(bucket, reader, buckets) {
        const rule = rules.read(bucket, reader, buckets);
        if (reader !== 'GetBucketEncryption' || !rule?.kmsMasterKeyId) return rule;
        return { ...rule, kmsMasterKeyId: `acs:kms:cn-hangzhou:${bucket.owner}:key/${rule.kmsMasterKeyId}` };
      },
    },
  }),
} satisfies Deviation;
