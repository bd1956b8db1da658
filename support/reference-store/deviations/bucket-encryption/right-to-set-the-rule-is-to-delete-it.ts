import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-11',
  mistake: 'Asks for the right to set the rule when it is deleted, as S3 does.',
  caughtAs: 'expected 403 AccessDenied, got 204',
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      authorize(
        question.action === 'oss:DeleteBucketEncryption'
          ? { ...question, action: 'oss:PutBucketEncryption' }
          : question,
        call,
      ),
  }),
} satisfies Deviation;
