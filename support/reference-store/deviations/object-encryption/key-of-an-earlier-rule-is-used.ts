import type { EncryptionRule } from '../../bucket-encryption/encryption-rule.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-50',
  mistake: "Keeps the key of a bucket's rule until another rule names a key, so deleting the rule does not free it.",
  caughtAs: 'expected an object with the default key of KMS, got another key',
  deviate({ rules }) {
    const kept = new Map<string, EncryptionRule['kmsMasterKeyId']>();
    return {
      rules: {
        read(bucket, reader, buckets) {
          const rule = rules.read(bucket, reader, buckets);
          if (reader !== 'upload' || rule?.algorithm !== 'KMS') return rule;
          const kmsMasterKeyId = rule.kmsMasterKeyId ?? kept.get(bucket.name) ?? null;
          kept.set(bucket.name, kmsMasterKeyId);
          return { ...rule, kmsMasterKeyId };
        },
      },
    };
  },
} satisfies Deviation;
