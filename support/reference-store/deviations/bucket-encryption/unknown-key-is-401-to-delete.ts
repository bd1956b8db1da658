import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-34',
  mistake: "Guards DELETE with its gateway's middleware, which answers unknown keys with 401.",
  caughtAs: 'expected 403 InvalidAccessKeyId, got 401 InvalidAccessKeyId',
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        refusal.code === 'InvalidAccessKeyId' && call.operation?.name === 'DeleteBucketEncryption'
          ? refusal.with({ status: 401 })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
