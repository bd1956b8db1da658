import { Refusal } from '../errors/refusal.ts';
import type { Deviation } from '../deviation.ts';

export default {
  clause: 'PBE-28',
  mistake: 'Clears the old rule before it validates the new one, so a refused PUT leaves the bucket unencrypted.',
  caughtAs: 'NoSuchServerSideEncryptionRule',
  alsoCaughtBy: { 'PBE-25': 'its refusal, too, must leave the rule as it was' },
  deviate: ({ rules }) => ({
    rules: {
      write: (attempt) =>
        attempt.judgement instanceof Refusal ? rules.remove(attempt.bucket, attempt.buckets) : rules.write(attempt),
    },
  }),
} satisfies Deviation;
