import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-11',
  mistake: 'Checks a bucket name only when the bucket is created, and looks up any name.',
  caughtAs: 'NoSuchBucket',
  deviate: () => ({ buckets: { name: () => null } }),
} satisfies Deviation;
