import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-08',
  mistake: 'Takes the bucket info for what HEAD shows everybody, and shows it to every account.',
  caughtAs: 'expected 403 AccessDenied, got 200 BucketInfo',
  deviate: ({ authorize }) => ({
    authorize: (question, call) => (question.action === 'oss:GetBucketInfo' ? null : authorize(question, call)),
  }),
} satisfies Deviation;
