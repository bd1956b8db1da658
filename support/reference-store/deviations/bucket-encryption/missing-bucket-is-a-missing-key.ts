import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-33',
  mistake: 'Has one error for everything that is not found: NoSuchKey.',
  caughtAs: 'expected 404 NoSuchBucket, got 404 NoSuchKey',
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.operation?.name === 'PutBucketEncryption' && refusal.code === 'NoSuchBucket'
          ? refusal.with({ code: 'NoSuchKey' })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
