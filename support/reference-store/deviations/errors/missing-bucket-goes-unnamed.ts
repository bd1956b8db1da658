import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-10',
  mistake: 'Says that the bucket does not exist, but not which one.',
  caughtAs: 'BucketName',
  alsoCaughtBy: { 'GBI-08': 'the bucket info is where the page shows BucketName' },
  deviate: () => ({
    errors: {
      refusal: (refusal) =>
        refusal.code === 'NoSuchBucket'
          ? refusal.with({ details: refusal.details.filter(([name]) => name !== 'BucketName') })
          : refusal,
    },
  }),
} satisfies Deviation;
