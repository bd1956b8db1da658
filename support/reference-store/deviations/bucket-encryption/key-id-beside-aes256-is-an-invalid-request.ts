import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-28',
  mistake: 'Answers a key id with AES256 with InvalidRequest, its S3 code for contradictions.',
  caughtAs: 'expected 400 InvalidArgument, got 400 InvalidRequest',
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        refusal.message.startsWith('KMSMasterKeyID is not applicable')
          ? refusal.with({ code: 'InvalidRequest' })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
