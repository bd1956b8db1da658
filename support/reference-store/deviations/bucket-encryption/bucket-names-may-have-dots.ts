import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-32',
  mistake: "Uses S3's rules for bucket names, which allow dots.",
  caughtAs: 'got 404 NoSuchBucket',
  deviate: ({ buckets }) => ({ buckets: { name: (bucket) => buckets.name(bucket.replaceAll('.', '0')) } }),
} satisfies Deviation;
