import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-34',
  mistake: 'Does not reveal which keys exist: an unknown key gets the answer to a wrong signature.',
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
