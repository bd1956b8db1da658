import type { EncryptionRule } from '../../bucket-encryption/encryption-rule.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-50',
  mistake: "Keeps the data cipher of a bucket's rule until another rule names one.",
  caughtAs: 'expected x-oss-server-side-data-encryption: (none), got SM4',
  deviate({ rules }) {
    const kept = new Map<string, EncryptionRule['kmsDataEncryption']>();
    return {
      rules: {
        read(bucket, reader, buckets) {
          const rule = rules.read(bucket, reader, buckets);
          if (reader !== 'upload' || rule?.algorithm !== 'KMS') return rule;
          const kmsDataEncryption = rule.kmsDataEncryption ?? kept.get(bucket.name) ?? null;
          kept.set(bucket.name, kmsDataEncryption);
          return { ...rule, kmsDataEncryption };
        },
      },
    };
  },
} satisfies Deviation;
