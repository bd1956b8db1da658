import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-09',
  mistake: 'Takes the rule for public metadata, which needs no signature to be read.',
  caughtAs: 'expected 403 AccessDenied, got 200',
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      question.action === 'oss:GetBucketEncryption' && question.principal.kind === 'anonymous'
        ? null
        : authorize(question, call),
  }),
} satisfies Deviation;
