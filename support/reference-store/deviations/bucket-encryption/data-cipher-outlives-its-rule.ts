import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-18',
  mistake: 'Takes a KMS rule after another for a change of the key, and keeps the cipher that the older one chose.',
  caughtAs: 'expected SSEAlgorithm KMS and no KMSDataEncryption, got the rule KMS with SM4 data encryption',
  deviate: ({ rules }) => ({
    rules: {
      write(attempt) {
        const { bucket, judgement } = attempt;
        if (judgement instanceof Refusal || judgement.algorithm !== 'KMS') return rules.write(attempt);
        const kmsDataEncryption = judgement.kmsDataEncryption ?? bucket.encryption?.kmsDataEncryption ?? null;
        return rules.write({ ...attempt, judgement: { ...judgement, kmsDataEncryption } });
      },
    },
  }),
} satisfies Deviation;
