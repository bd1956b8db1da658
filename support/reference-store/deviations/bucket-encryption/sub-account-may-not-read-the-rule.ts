import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-09',
  mistake: 'Reads only oss:GetBucketInfo and oss:ListBuckets from a policy, not the actions of single settings.',
  caughtAs: 'expected the request to be accepted, got 403 AccessDenied',
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      authorize(
        question.action === 'oss:GetBucketEncryption' ? { ...question, action: 'oss:GetBucketAcl' } : question,
        call,
      ),
  }),
} satisfies Deviation;
