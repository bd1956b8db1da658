import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-09',
  mistake: 'Treats the rule as public metadata, which can be read without a signature.',
  caughtAs: 'expected 403 AccessDenied, got 200',
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      question.action === 'oss:GetBucketEncryption' && question.principal.kind === 'anonymous'
        ? null
        : authorize(question, call),
  }),
} satisfies Deviation;
