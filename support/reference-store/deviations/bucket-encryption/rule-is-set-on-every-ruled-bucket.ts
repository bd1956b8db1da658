import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-08',
  mistake:
    'Left the bucket out of the WHERE of its UPDATE: every bucket of the account that has a rule gets the new one.',
  caughtAs: 'expected still the rule KMS, got the rule AES256',
  deviate: ({ rules }) => ({
    rules: {
      write(attempt) {
        const { bucket, judgement, buckets } = attempt;
        if (judgement instanceof Refusal) return rules.write(attempt);
        const ruled = buckets.list().filter(({ owner, encryption }) => owner === bucket.owner && encryption !== null);
        return [...ruled, bucket].map((record) => ({ kind: 'save', record: { ...record, encryption: judgement } }));
      },
    },
  }),
} satisfies Deviation;
