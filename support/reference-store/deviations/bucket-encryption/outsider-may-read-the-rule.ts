import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-09',
  mistake: 'Checks permissions on writes only: who has valid keys may read the rule of anybody.',
  caughtAs: 'expected 403 AccessDenied, got 200',
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      question.action === 'oss:GetBucketEncryption' && question.principal.kind !== 'anonymous'
        ? null
        : authorize(question, call),
  }),
} satisfies Deviation;
