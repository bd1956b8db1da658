import type { Deviation } from '../deviation.ts';
import type { EncryptionRule } from '../bucket-encryption/encryption-rule.ts';

export default {
  clause: 'PBE-18',
  mistake: 'Keeps the first rule it reads in a cache that no PUT and no DELETE invalidates.',
  caughtAs: 'SSEAlgorithm',
  alsoCaughtBy: { 'GBE-14': 'a deleted rule is still read from the cache' },
  deviate({ rules }) {
    const cache = new Map<string, EncryptionRule>();
    return {
      rules: {
        read(bucket, reader, buckets) {
          const rule = cache.get(bucket.name) ?? rules.read(bucket, reader, buckets);
          if (rule) cache.set(bucket.name, rule);
          return rule;
        },
      },
    };
  },
} satisfies Deviation;
