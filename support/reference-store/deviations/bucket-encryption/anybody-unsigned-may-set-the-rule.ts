import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-23',
  mistake: 'Checks the owner of signed requests and lets unsigned ones pass.',
  caughtAs: 'expected 403 AccessDenied, got 200',
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      question.action === 'oss:PutBucketEncryption' && question.principal.kind === 'anonymous'
        ? null
        : authorize(question, call),
  }),
} satisfies Deviation;
