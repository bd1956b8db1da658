import { noSuchRule } from '../../bucket-encryption/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-05',
  mistake: 'Looks up the rule before the bucket, and reports the missing rule of a bucket that does not exist.',
  caughtAs: 'expected 404 NoSuchBucket, got 404 NoSuchServerSideEncryptionRule',
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.operation?.name === 'DeleteBucketEncryption' && refusal.code === 'NoSuchBucket'
          ? noSuchRule('')
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
