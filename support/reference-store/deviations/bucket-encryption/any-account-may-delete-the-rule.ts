import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-04',
  mistake: 'Guards the setting of a rule and not its deletion: any valid key may switch encryption off.',
  caughtAs: 'expected 403 AccessDenied, got 204',
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      question.action === 'oss:DeleteBucketEncryption' && question.principal.kind !== 'anonymous'
        ? null
        : authorize(question, call),
  }),
} satisfies Deviation;
