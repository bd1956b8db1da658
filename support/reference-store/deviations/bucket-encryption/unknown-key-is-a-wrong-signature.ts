import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-34',
  mistake: 'Does not tell which keys exist: an unknown key is answered as a wrong signature is.',
  caughtAs: 'expected 403 InvalidAccessKeyId, got 403 SignatureDoesNotMatch',
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        refusal.code === 'InvalidAccessKeyId' && call.operation?.name === 'PutBucketEncryption'
          ? refusal.with({ code: 'SignatureDoesNotMatch' })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
