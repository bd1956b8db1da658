import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-08',
  mistake: 'Leaves BucketName out of NoSuchBucket, because the caller knows the name.',
  caughtAs: "expected BucketName to be the bucket's name, got no BucketName",
  alsoCaughtBy: {
    'ENV-10': 'it looks for the name of a missing bucket',
  },
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.operation?.name === 'GetBucketInfo' && refusal.code === 'NoSuchBucket'
          ? refusal.with({ details: [] })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
