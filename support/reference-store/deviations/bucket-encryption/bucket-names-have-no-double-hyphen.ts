import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-32',
  mistake: 'Applies the punycode rules of host names: two hyphens are reserved.',
  caughtAs: 'got 400 InvalidBucketName',
  deviate: ({ buckets }) => ({
    buckets: { name: (bucket) => (bucket.includes('--') ? buckets.name('') : buckets.name(bucket)) },
  }),
} satisfies Deviation;
