import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-08',
  mistake: 'Remembers that a rule was deleted, and forgets to clear that when a new one is set.',
  caughtAs: 'expected SSEAlgorithm AES256, got no rule',
  deviate({ rules }) {
    const deleted = new Set<string>();
    return {
      rules: {
        remove(bucket, buckets) {
          deleted.add(bucket.name);
          return rules.remove(bucket, buckets);
        },
        read: (bucket, reader, buckets) => (deleted.has(bucket.name) ? null : rules.read(bucket, reader, buckets)),
      },
    };
  },
} satisfies Deviation;
