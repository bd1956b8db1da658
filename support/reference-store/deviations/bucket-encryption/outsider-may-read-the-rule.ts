import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-09',
  mistake: 'Checks permissions on writes only: anyone with valid keys may read any rule.',
  caughtAs: 'expected 403 AccessDenied, got 200',
  alsoCaughtBy: { 'GBE-21': 'a sub-account without the right may read it, too' },
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      question.action === 'oss:GetBucketEncryption' && question.principal.kind !== 'anonymous'
        ? null
        : authorize(question, call),
  }),
} satisfies Deviation;
