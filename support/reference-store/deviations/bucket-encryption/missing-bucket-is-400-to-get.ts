import { changeRefusal } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-12',
  mistake: 'Answers a GET of a missing bucket with 400, the status of the error table since 2020.',
  caughtAs: 'got 400 NoSuchBucket (as the error table has it)',
  alsoCaughtBy: {
    'ENV-32': 'its well-formed names belong to no bucket',
    'ENV-10': 'it says the same of all operations',
    'ENV-11': 'its near-miss twin is a bucket that does not exist',
  },
  deviate: ({ errors }) => ({
    errors: changeRefusal(errors, 'GetBucketEncryption', 'NoSuchBucket', { status: 400 }),
  }),
} satisfies Deviation;
