import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-18',
  mistake: 'Updates only the settings a PUT names, as a PATCH would, so the key id of the rule before lives on.',
  caughtAs: 'got the rule AES256 with the key',
  deviate: ({ rules }) => ({
    rules: {
      write(attempt) {
        const { bucket, judgement } = attempt;
        if (judgement instanceof Refusal || bucket.encryption === null) return rules.write(attempt);
        const { kmsMasterKeyId, kmsDataEncryption } = bucket.encryption;
        const merged = {
          algorithm: judgement.algorithm,
          kmsMasterKeyId: judgement.kmsMasterKeyId ?? kmsMasterKeyId,
          kmsDataEncryption: judgement.kmsDataEncryption ?? kmsDataEncryption,
        };
        return rules.write({ ...attempt, judgement: merged });
      },
    },
  }),
} satisfies Deviation;
