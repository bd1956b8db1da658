import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-32',
  mistake: 'Counts the terminating NUL among the 63 characters.',
  caughtAs: 'got 400 InvalidBucketName',
  deviate: ({ buckets }) => ({
    buckets: { name: (bucket) => (bucket.length === 63 ? buckets.name(`${bucket}0`) : buckets.name(bucket)) },
  }),
} satisfies Deviation;
