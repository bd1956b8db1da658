import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-32',
  mistake: 'Checks the characters of a bucket name and not where they are at the beginning.',
  caughtAs: 'got 404 NoSuchBucket',
  deviate: ({ buckets }) => ({ buckets: { name: (bucket) => buckets.name(bucket.replace(/^-/, 'a')) } }),
} satisfies Deviation;
