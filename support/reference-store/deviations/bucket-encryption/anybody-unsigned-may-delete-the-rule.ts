import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-04',
  mistake: 'Lets pass who does not sign, since there is nobody to check.',
  caughtAs: 'expected 403 AccessDenied, got 204',
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      question.action === 'oss:DeleteBucketEncryption' && question.principal.kind === 'anonymous'
        ? null
        : authorize(question, call),
  }),
} satisfies Deviation;
