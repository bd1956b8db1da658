import { noSuchBucket } from '../../buckets/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBI-08',
  mistake: "Does not reveal that another account's bucket exists.",
  caughtAs: 'expected 403 AccessDenied, got 404 NoSuchBucket',
  alsoCaughtBy: { 'GBI-10': 'a sub-account without the right is refused, too' },
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.operation?.name === 'GetBucketInfo' && refusal.code === 'AccessDenied'
          ? noSuchBucket(call.bucket?.name ?? '')
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
