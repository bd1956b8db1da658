import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-04',
  mistake: 'Lets unsigned requests pass, since there is no caller to check.',
  caughtAs: 'expected 403 AccessDenied, got 204',
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      question.action === 'oss:DeleteBucketEncryption' && question.principal.kind === 'anonymous'
        ? null
        : authorize(question, call),
  }),
} satisfies Deviation;
