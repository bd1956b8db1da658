import type { EncryptionRule } from '../../bucket-encryption/encryption-rule.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-11',
  mistake: "Caches a bucket's rule for uploads as long as the bucket has one, so a changed rule never reaches them.",
  caughtAs: 'expected an object with KMS, got AES256',
  alsoCaughtBy: {
    'OBJ-50': 'it uploads after the rule was changed',
  },
  deviate({ rules }) {
    const cached = new Map<string, EncryptionRule>();
    return {
      rules: {
        read(bucket, reader, buckets) {
          const rule = rules.read(bucket, reader, buckets);
          if (reader === 'GetBucketInfo') return rule;
          if (rule === null) cached.delete(bucket.name);
          else if (!cached.has(bucket.name)) cached.set(bucket.name, rule);
          return reader === 'upload' ? (cached.get(bucket.name) ?? null) : rule;
        },
      },
    };
  },
} satisfies Deviation;
