import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-08',
  mistake: 'Leaves BucketName out of NoSuchBucket, because the caller knows the name.',
  caughtAs: "expected the bucket's name in BucketName, got no BucketName",
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.operation?.name === 'GetBucketInfo' && refusal.code === 'NoSuchBucket'
          ? refusal.with({ details: [] })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
