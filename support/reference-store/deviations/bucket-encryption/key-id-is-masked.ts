import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-05',
  mistake: 'Masks the end of the key id, as the examples on the page do.',
  caughtAs: 'got KMSMasterKeyID 9468da86-3509-4f8d-a61e-6eab1eac****',
  alsoCaughtBy: forOneReason('it reads back a key id', 'PBE-08', 'PBE-10', 'PBE-11', 'PBE-20', 'PBE-22', 'ENV-33'),
  deviate: ({ rules }) => ({
    rules: {
      read(bucket, reader, buckets) {
        const rule = rules.read(bucket, reader, buckets);
        if (reader !== 'GetBucketEncryption' || !rule?.kmsMasterKeyId) return rule;
        return { ...rule, kmsMasterKeyId: `${rule.kmsMasterKeyId.slice(0, -4)}****` };
      },
    },
  }),
} satisfies Deviation;
