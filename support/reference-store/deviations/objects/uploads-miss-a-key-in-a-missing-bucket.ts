import { changeRefusal } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-13',
  mistake: 'Looks up bucket and name together, and reports the name as missing.',
  caughtAs: 'expected 404 NoSuchBucket, got 404 NoSuchKey',
  alsoCaughtBy: {
    'CPY-10': 'CopyObject is the same operation with one more header',
    'ENV-04': 'its upload of a megabyte is one to a missing bucket',
  },
  deviate: ({ errors }) => ({
    errors: changeRefusal(errors, 'PutObject', 'NoSuchBucket', {
      code: 'NoSuchKey',
      message: 'The specified key does not exist.',
    }),
  }),
} satisfies Deviation;
