import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-36',
  mistake: 'Reads a body it cannot parse as an empty rule, stores that, and only then reports the error.',
  caughtAs: 'expected still the rule AES256, got no rule',
  deviate({ encryption, rules }) {
    let unreadable: Refusal | null = null;
    return {
      encryption: {
        readDocument(body, headers) {
          const document = encryption.readDocument(body, headers);
          unreadable = document instanceof Refusal ? document : null;
          return document;
        },
      },
      rules: {
        write: (attempt) =>
          attempt.validation === unreadable ? rules.remove(attempt.bucket, attempt.buckets) : rules.write(attempt),
      },
    };
  },
} satisfies Deviation;
