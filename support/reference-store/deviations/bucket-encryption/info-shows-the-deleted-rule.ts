import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import type { EncryptionRule } from '../../bucket-encryption/encryption-rule.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-07',
  mistake: 'Copies the rule into the bucket info when it is set, but does not remove it when it is deleted.',
  caughtAs: 'expected no SSEAlgorithm, got SSEAlgorithm AES256',
  deviate({ rules }) {
    const copies = new Map<string, EncryptionRule>();
    return {
      rules: {
        remove(bucket, buckets) {
          const rule = encryptionSetting.of(bucket);
          if (rule !== null) copies.set(bucket.name, rule);
          return rules.remove(bucket, buckets);
        },
        read: (bucket, reader, buckets) =>
          rules.read(bucket, reader, buckets) ?? (reader === 'GetBucketInfo' ? copies.get(bucket.name) : null) ?? null,
      },
    };
  },
} satisfies Deviation;
