import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-11',
  mistake: 'Checks the form of a bucket name when one is created, and looks up any name.',
  caughtAs: 'NoSuchBucket',
  deviate: () => ({ buckets: { name: () => null } }),
} satisfies Deviation;
