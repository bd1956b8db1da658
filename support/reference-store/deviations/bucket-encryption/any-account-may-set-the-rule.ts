import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-23',
  mistake: 'Checks who the caller is but not who owns the bucket: any valid key may set the rule.',
  caughtAs: 'expected 403 AccessDenied, got 200',
  alsoCaughtBy: { 'PBE-40': 'a sub-account without the right is refused, too' },
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      question.action === 'oss:PutBucketEncryption' && question.principal.kind !== 'anonymous'
        ? null
        : authorize(question, call),
  }),
} satisfies Deviation;
