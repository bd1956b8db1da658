import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-08',
  mistake: 'Shows the bucket info, as HEAD shows it, to every account.',
  caughtAs: 'expected 403 AccessDenied, got 200 BucketInfo',
  alsoCaughtBy: { 'GBI-10': 'a sub-account without the right is refused, too' },
  deviate: ({ authorize }) => ({
    authorize: (question, call) => (question.action === 'oss:GetBucketInfo' ? null : authorize(question, call)),
  }),
} satisfies Deviation;
