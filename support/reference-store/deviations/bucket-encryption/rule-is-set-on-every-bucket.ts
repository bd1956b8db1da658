import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-08',
  mistake: 'Stores rules by account: a rule set on one bucket applies to every bucket of the account.',
  caughtAs: 'expected no rule, got the rule AES256',
  deviate: ({ rules }) => ({
    rules: {
      write(attempt) {
        const { bucket, validation, buckets } = attempt;
        if (validation instanceof Refusal) return rules.write(attempt);
        const own = buckets.list().filter(({ owner }) => owner === bucket.owner);
        return [...own, bucket].map((record) => ({ kind: 'save', record: encryptionSetting.set(record, validation) }));
      },
    },
  }),
} satisfies Deviation;
