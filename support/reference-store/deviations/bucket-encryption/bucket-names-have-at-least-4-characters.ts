import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-32',
  mistake: 'Refuses bucket names of three characters.',
  caughtAs: 'got 400 InvalidBucketName',
  deviate: ({ buckets }) => ({
    buckets: { name: (bucket) => (bucket.length === 3 ? buckets.name('') : buckets.name(bucket)) },
  }),
} satisfies Deviation;
