import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-10',
  mistake: 'Considers the bucket info harmless and shows it to every sub-account.',
  caughtAs: 'expected 403 AccessDenied, got 200',
  deviate: ({ authorize }) => ({
    authorize: (question, call) => {
      const { principal, action } = question;
      const isHarmless = action === 'oss:GetBucketInfo' && principal.kind === 'ram-user';
      return authorize(
        isHarmless ? { ...question, principal: { ...principal, allowedActions: [action] } } : question,
        call,
      );
    },
  }),
} satisfies Deviation;
