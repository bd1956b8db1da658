import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-09',
  mistake: 'Reads only oss:GetBucketInfo and oss:ListBuckets from a policy, not the actions of single settings.',
  caughtAs: 'expected the request to be accepted, got 403 AccessDenied',
  alsoCaughtBy: { 'GBE-21': 'the sub-account that may only read is refused, too' },
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      authorize(
        question.action === 'oss:GetBucketEncryption' ? { ...question, action: 'oss:GetBucketAcl' } : question,
        call,
      ),
  }),
} satisfies Deviation;
