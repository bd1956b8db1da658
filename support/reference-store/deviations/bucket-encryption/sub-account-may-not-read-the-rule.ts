import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-09',
  mistake: 'Looks for oss:GetBucketInfo and oss:ListBuckets alone among the readable settings of a policy.',
  caughtAs: 'expected the request to be accepted, got 403 AccessDenied',
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      authorize(
        question.action === 'oss:GetBucketEncryption' ? { ...question, action: 'oss:GetBucketAcl' } : question,
        call,
      ),
  }),
} satisfies Deviation;
