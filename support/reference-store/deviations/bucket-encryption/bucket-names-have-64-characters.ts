import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-32',
  mistake: 'Has a column of 64 characters for bucket names, and uses that as the limit.',
  caughtAs: 'got 404 NoSuchBucket',
  deviate: ({ buckets }) => ({
    buckets: { name: (bucket) => buckets.name(bucket.length === 64 ? bucket.slice(1) : bucket) },
  }),
} satisfies Deviation;
