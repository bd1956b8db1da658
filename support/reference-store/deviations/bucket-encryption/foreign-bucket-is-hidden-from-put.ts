import { noSuchBucket } from '../../buckets/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-23',
  mistake: "Looks for the bucket among the caller's own, so another account's bucket does not exist.",
  caughtAs: 'expected 403 AccessDenied, got 404 NoSuchBucket',
  alsoCaughtBy: { 'PBE-40': 'a sub-account without the right is refused, too' },
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.principal !== null &&
        call.operation?.name === 'PutBucketEncryption' &&
        refusal.code === 'AccessDenied' &&
        call.bucket !== null
          ? noSuchBucket(call.bucket.name)
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
