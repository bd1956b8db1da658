import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-25',
  mistake: "Has the right code for an unknown algorithm, but its web framework's status for invalid input.",
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 422 InvalidEncryptionAlgorithmError',
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.operation?.name === 'PutBucketEncryption' && refusal.code === 'InvalidEncryptionAlgorithmError'
          ? refusal.with({ status: 422 })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
