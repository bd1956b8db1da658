import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-18',
  mistake: 'Keeps the key of a KMS rule when the next KMS rule names none, so that no key gets lost.',
  caughtAs: 'expected SSEAlgorithm KMS and no KMSMasterKeyID, got the rule KMS with the key',
  alsoCaughtBy: {
    'OBJ-50': 'it uploads after a KMS rule with a key was replaced',
  },
  deviate: ({ rules }) => ({
    rules: {
      write(attempt) {
        const { bucket, validation } = attempt;
        if (validation instanceof Refusal || validation.algorithm !== 'KMS') return rules.write(attempt);
        const kmsMasterKeyId = validation.kmsMasterKeyId ?? encryptionSetting.of(bucket)?.kmsMasterKeyId ?? null;
        return rules.write({ ...attempt, validation: { ...validation, kmsMasterKeyId } });
      },
    },
  }),
} satisfies Deviation;
