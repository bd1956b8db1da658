import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-05',
  mistake: 'Answers a missing bucket with 400, the status in the error table of the GET page.',
  caughtAs: 'expected 404 NoSuchBucket, got 400 NoSuchBucket',
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.operation?.name === 'DeleteBucketEncryption' && refusal.code === 'NoSuchBucket'
          ? refusal.with({ status: 400 })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
