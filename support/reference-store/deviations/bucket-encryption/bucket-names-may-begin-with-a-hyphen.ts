import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-32',
  mistake: 'Checks the characters of a bucket name, but not which one is first.',
  caughtAs: 'got 404 NoSuchBucket',
  deviate: ({ buckets }) => ({ buckets: { name: (bucket) => buckets.name(bucket.replace(/^-/, 'a')) } }),
} satisfies Deviation;
