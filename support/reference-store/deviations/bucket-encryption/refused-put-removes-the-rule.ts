import { forOneReason } from '../../deviation.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-28',
  mistake: 'Clears the old rule before it validates the new one, so a refused PUT leaves the bucket unencrypted.',
  caughtAs: 'expected still the rule AES256, got no rule',
  alsoCaughtBy: forOneReason(
    'its refusal, too, must leave the rule as it was',
    'PBE-05',
    'PBE-06',
    'PBE-25',
    'PBE-30',
    'PBE-36',
    'GBE-08',
  ),
  deviate: ({ rules }) => ({
    rules: {
      write: (attempt) =>
        attempt.validation instanceof Refusal ? rules.remove(attempt.bucket, attempt.buckets) : rules.write(attempt),
    },
  }),
} satisfies Deviation;
