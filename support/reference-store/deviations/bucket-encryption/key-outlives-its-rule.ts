import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-18',
  mistake: 'Keeps the key of a KMS rule when the next KMS rule names none, lest the key be lost by mistake.',
  caughtAs: 'expected SSEAlgorithm KMS and no KMSMasterKeyID, got the rule KMS with the key',
  deviate: ({ rules }) => ({
    rules: {
      write(attempt) {
        const { bucket, judgement } = attempt;
        if (judgement instanceof Refusal || judgement.algorithm !== 'KMS') return rules.write(attempt);
        const kmsMasterKeyId = judgement.kmsMasterKeyId ?? bucket.encryption?.kmsMasterKeyId ?? null;
        return rules.write({ ...attempt, judgement: { ...judgement, kmsMasterKeyId } });
      },
    },
  }),
} satisfies Deviation;
