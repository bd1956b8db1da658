import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-18',
  mistake: 'Updates only the settings that a PUT names, like a PATCH, so the earlier key id stays.',
  caughtAs: 'got the rule AES256 with the key',
  alsoCaughtBy: {
    'OBJ-50': 'it replaces a rule with a key and one with a data cipher',
  },
  deviate: ({ rules }) => ({
    rules: {
      write(attempt) {
        const { bucket, validation } = attempt;
        const before = encryptionSetting.of(bucket);
        if (validation instanceof Refusal || before === null) return rules.write(attempt);
        const { kmsMasterKeyId, kmsDataEncryption } = before;
        const merged = {
          algorithm: validation.algorithm,
          kmsMasterKeyId: validation.kmsMasterKeyId ?? kmsMasterKeyId,
          kmsDataEncryption: validation.kmsDataEncryption ?? kmsDataEncryption,
        };
        return rules.write({ ...attempt, validation: merged });
      },
    },
  }),
} satisfies Deviation;
