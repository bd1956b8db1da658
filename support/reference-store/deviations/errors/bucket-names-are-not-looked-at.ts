import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-11',
  mistake: 'Checks a bucket name only when the bucket is created, and looks up any name.',
  caughtAs: 'NoSuchBucket',
  alsoCaughtBy: { 'ENV-32': 'it has more of such names' },
  deviate: () => ({ buckets: { name: () => null } }),
} satisfies Deviation;
