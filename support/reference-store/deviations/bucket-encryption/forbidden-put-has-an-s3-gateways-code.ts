import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-23',
  mistake: 'Has the right status for a forbidden PUT, but the code of its gateway.',
  caughtAs: 'expected 403 AccessDenied, got 403 Forbidden',
  alsoCaughtBy: { 'PBE-40': 'a sub-account without the right is refused, too' },
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.principal !== null && call.operation?.name === 'PutBucketEncryption' && refusal.code === 'AccessDenied'
          ? refusal.with({ code: 'Forbidden' })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
