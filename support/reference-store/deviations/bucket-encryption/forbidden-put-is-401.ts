import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-23',
  mistake: 'Answers a forbidden PUT with 401, as HTTP suggests.',
  caughtAs: 'expected 403 AccessDenied, got 401 AccessDenied',
  alsoCaughtBy: { 'PBE-40': 'a sub-account without the right is refused, too' },
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.principal !== null && call.operation?.name === 'PutBucketEncryption' && refusal.code === 'AccessDenied'
          ? refusal.with({ status: 401 })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
