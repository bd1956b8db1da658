import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-04',
  mistake: 'Requires oss:DeleteBucket, the only bucket action it knows for DELETE.',
  caughtAs: 'expected the request to be accepted, got 403 AccessDenied',
  alsoCaughtBy: { 'DBE-11': 'a sub-account with only this right deletes the rule' },
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      authorize(
        question.action === 'oss:DeleteBucketEncryption' ? { ...question, action: 'oss:DeleteBucket' } : question,
        call,
      ),
  }),
} satisfies Deviation;
