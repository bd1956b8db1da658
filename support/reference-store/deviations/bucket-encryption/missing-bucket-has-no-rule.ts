import { noSuchRule } from '../../bucket-encryption/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-12',
  mistake: 'Looks up the rule without the bucket, so a bucket that does not exist has no rule.',
  caughtAs: 'expected 404 NoSuchBucket, got 404 NoSuchServerSideEncryptionRule',
  alsoCaughtBy: {
    'ENV-32': 'its well-formed names belong to no bucket',
    'ENV-10': 'it says the same of all operations',
    'ENV-11': 'its near-miss twin is a bucket that does not exist',
  },
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.operation?.name === 'GetBucketEncryption' && refusal.code === 'NoSuchBucket'
          ? noSuchRule('')
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
