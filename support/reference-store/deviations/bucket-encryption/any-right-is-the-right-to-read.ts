import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-21',
  mistake: 'Lets a sub-account read the rule as soon as its policy names any action.',
  caughtAs: 'expected 403 AccessDenied, got 200',
  deviate: ({ authorize }) => ({
    authorize: (question, call) => {
      const { principal, action } = question;
      if (action !== 'oss:GetBucketEncryption' || principal.kind !== 'ram-user') return authorize(question, call);
      const [anyAction = action] = principal.allowedActions;
      return authorize({ ...question, action: anyAction }, call);
    },
  }),
} satisfies Deviation;
