import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-01',
  mistake: 'Left the bucket out of the WHERE of its DELETE, so all rules of the account are gone.',
  caughtAs: 'expected still the rule AES256, got no rule',
  deviate: ({ rules }) => ({
    rules: {
      remove: ({ owner }, buckets) =>
        buckets
          .list()
          .filter((bucket) => bucket.owner === owner)
          .flatMap((bucket) => rules.remove(bucket, buckets)),
    },
  }),
} satisfies Deviation;
