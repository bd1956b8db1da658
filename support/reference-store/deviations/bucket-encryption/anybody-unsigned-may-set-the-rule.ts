import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-23',
  mistake: 'Checks the owner of those who sign and lets pass who does not.',
  caughtAs: 'expected 403 AccessDenied, got 200',
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      question.action === 'oss:PutBucketEncryption' && question.principal.kind === 'anonymous'
        ? null
        : authorize(question, call),
  }),
} satisfies Deviation;
