import { encryptionSetting } from '../../bucket-encryption/encryption-setting.ts';
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
        const { bucket, validation, buckets } = attempt;
        if (validation instanceof Refusal) return rules.write(attempt);
        const ruled = buckets.list().filter((one) => one.owner === bucket.owner && encryptionSetting.of(one) !== null);
        return [...ruled, bucket].map((record) => ({
          kind: 'save',
          record: encryptionSetting.set(record, validation),
        }));
      },
    },
  }),
} satisfies Deviation;
