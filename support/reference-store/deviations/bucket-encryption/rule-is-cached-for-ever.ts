import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';
import type { EncryptionRule } from '../../bucket-encryption/encryption-rule.ts';

export default {
  clause: 'GBE-08',
  mistake: 'Caches the first rule it reads, and no PUT or DELETE invalidates the cache.',
  caughtAs: 'expected SSEAlgorithm KMS, got the rule AES256',
  alsoCaughtBy: {
    'DBE-11': 'it reads a rule that was deleted',
    'OBJ-50': 'uploads read the cached rule, too',
    ...forOneReason('it reads a rule that was replaced', 'PBE-18', 'PBE-30'),
    ...forOneReason('it reads a rule that was deleted', 'GBE-14', 'DBE-01', 'DBE-04', 'DBE-06', 'DBE-07'),
    'AUTH-*': 'it deletes a rule to show that a signature is taken',
    'DBE-09': 'it deletes the rule of its bucket',
    'OBJ-11': 'it changes the rule of its bucket',
  },
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
