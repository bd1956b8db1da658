import type { EncryptionRule } from '../../reference-store/bucket-encryption/encryption-rule.ts';
import { encryptionSetting } from '../../reference-store/bucket-encryption/encryption-setting.ts';
import type { BucketRecord } from '../../reference-store/buckets/bucket-record.ts';
import type { Deviation } from '../../reference-store/deviation.ts';
import { Refusal } from '../../reference-store/errors/refusal.ts';

/** How long a store takes to show a change of a rule. */
export interface Lag {
  readonly ms: number;
  /** Only the change of that number is shown late, from 1; `null` for every change. */
  readonly only: number | null;
  /** A store that is broken, too, and forgets every rule with this algorithm. */
  readonly forgets?: string;
}

interface Change {
  readonly before: EncryptionRule | null;
  readonly shownAt: number;
}

/** A store that is eventually consistent: for a while, every reader finds the rule from before the change. */
export function laggingStore({ ms, only, forgets }: Lag): Pick<Deviation, 'deviate'> {
  return {
    deviate({ rules }) {
      const late = new Map<string, Change>();
      let changes = 0;
      const note = (bucket: BucketRecord): void => {
        changes += 1;
        if (only === null || only === changes)
          late.set(bucket.name, { before: encryptionSetting.of(bucket), shownAt: performance.now() + ms });
      };
      return {
        rules: {
          write(attempt) {
            if (!(attempt.validation instanceof Refusal) && attempt.validation.algorithm === forgets) return [];
            const made = rules.write(attempt);
            if (made.length > 0) note(attempt.bucket);
            return made;
          },
          remove(bucket, buckets) {
            note(bucket);
            return rules.remove(bucket, buckets);
          },
          read(bucket, reader, buckets) {
            const change = late.get(bucket.name);
            const isHidden = change !== undefined && performance.now() < change.shownAt;
            return isHidden ? change.before : rules.read(bucket, reader, buckets);
          },
        },
      };
    },
  };
}
