import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-12',
  mistake: 'Has the right code for a missing bucket, but its own message.',
  caughtAs: 'got "No such bucket."',
  alsoCaughtBy: {
    'ENV-10': 'it says the same of all operations',
  },
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.operation?.name === 'GetBucketEncryption' && refusal.code === 'NoSuchBucket'
          ? refusal.with({ message: 'No such bucket.' })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
