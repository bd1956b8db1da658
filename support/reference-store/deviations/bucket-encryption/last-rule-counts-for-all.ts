import { forOneReason } from '../../deviation.ts';
import type { EncryptionRule } from '../../bucket-encryption/encryption-rule.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-14',
  mistake:
    'Keeps the rule in a variable of its handler, so a bucket without a rule shows the rule that was set last on any bucket.',
  caughtAs: 'expected no rule, got the rule AES256',
  alsoCaughtBy: {
    'DBE-11': 'it expects no rule after the deletion that is allowed',
    ...forOneReason('its bucket has no rule', 'GBE-08', 'GBE-13', 'DBE-01', 'DBE-04', 'DBE-06'),
    'AUTH-*': 'it deletes a rule to show that a signature is taken',
  },
  deviate({ rules }) {
    let last: EncryptionRule | null = null;
    return {
      rules: {
        write(attempt) {
          if (!(attempt.validation instanceof Refusal)) last = attempt.validation;
          return rules.write(attempt);
        },
        read: (bucket, reader, buckets) =>
          rules.read(bucket, reader, buckets) ?? (reader === 'GetBucketEncryption' ? last : null),
      },
    };
  },
} satisfies Deviation;
