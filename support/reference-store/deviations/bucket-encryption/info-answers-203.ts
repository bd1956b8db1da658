import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-01',
  mistake: 'Serves the bucket info through a transforming proxy, which marks what it passes on as 203.',
  caughtAs: 'expected GetBucketInfo to describe a new bucket, got 203 BucketInfo',
  alsoCaughtBy: { 'BKT-36': 'it reads the bucket info, too' },
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'GetBucketInfo' && answer.status === 200 ? { ...answer, status: 203 } : answer,
  }),
} satisfies Deviation;
