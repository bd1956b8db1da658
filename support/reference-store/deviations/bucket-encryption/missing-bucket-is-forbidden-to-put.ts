import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-33',
  mistake: "Looks for the caller's permission on a bucket that does not exist, finds none and answers AccessDenied.",
  caughtAs: 'expected 404 NoSuchBucket, got 403 AccessDenied',
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.operation?.name === 'PutBucketEncryption' && refusal.code === 'NoSuchBucket'
          ? new Refusal({ status: 403, code: 'AccessDenied', message: 'You have no right to access this bucket.' })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
