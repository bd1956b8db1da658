import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import type { EncryptionRule } from '../../bucket-encryption/encryption-rule.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-09',
  mistake: 'Lets uploads keep using the rule they read first, even after its deletion.',
  caughtAs: 'expected an object with no encryption, got AES256',
  deviate({ rules }) {
    const deleted = new Map<string, EncryptionRule>();
    return {
      rules: {
        remove(bucket, buckets) {
          const rule = encryptionSetting.of(bucket);
          if (rule !== null) deleted.set(bucket.name, rule);
          return rules.remove(bucket, buckets);
        },
        read(bucket, reader, buckets) {
          const rule = rules.read(bucket, reader, buckets);
          return reader === 'upload' ? (rule ?? deleted.get(bucket.name) ?? null) : rule;
        },
      },
    };
  },
} satisfies Deviation;
