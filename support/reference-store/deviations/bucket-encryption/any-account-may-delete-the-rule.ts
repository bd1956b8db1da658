import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-04',
  mistake: 'Checks the owner when a rule is set but not when it is deleted: any valid key may switch encryption off.',
  caughtAs: 'expected 403 AccessDenied, got 204',
  alsoCaughtBy: { 'DBE-11': 'a sub-account without the right is refused, too' },
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      question.action === 'oss:DeleteBucketEncryption' && question.principal.kind !== 'anonymous'
        ? null
        : authorize(question, call),
  }),
} satisfies Deviation;
