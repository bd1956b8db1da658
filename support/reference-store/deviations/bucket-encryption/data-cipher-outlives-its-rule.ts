import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-18',
  mistake: "Treats a KMS rule after another as a change of key, and keeps the older rule's cipher.",
  caughtAs: 'expected SSEAlgorithm KMS and no KMSDataEncryption, got the rule KMS with SM4 data encryption',
  alsoCaughtBy: {
    'OBJ-50': 'it uploads after a KMS rule with a data cipher was replaced',
  },
  deviate: ({ rules }) => ({
    rules: {
      write(attempt) {
        const { bucket, validation } = attempt;
        if (validation instanceof Refusal || validation.algorithm !== 'KMS') return rules.write(attempt);
        const kmsDataEncryption =
          validation.kmsDataEncryption ?? encryptionSetting.of(bucket)?.kmsDataEncryption ?? null;
        return rules.write({ ...attempt, validation: { ...validation, kmsDataEncryption } });
      },
    },
  }),
} satisfies Deviation;
