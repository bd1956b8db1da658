import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-25',
  mistake: 'Spells the code InvalidEncryptionAlgorithm, as an old English page does.',
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 400 InvalidEncryptionAlgorithm',
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.operation?.name === 'PutBucketEncryption' && refusal.code === 'InvalidEncryptionAlgorithmError'
          ? refusal.with({ code: 'InvalidEncryptionAlgorithm' })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
