import { bucketAlreadyExists } from '../../buckets/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-11',
  mistake: 'Refuses to create a bucket that exists, whoever owns it, as the error table of one page says.',
  caughtAs: 'expected 200, got 409 BucketAlreadyExists',
  alsoCaughtBy: {
    'BKT-38': 'its message is that of a name that is taken',
  },
  deviate: ({ buckets }) => ({
    buckets: {
      put: (creation, existing, view) =>
        existing === undefined ? buckets.put(creation, existing, view) : bucketAlreadyExists(creation.name),
    },
  }),
} satisfies Deviation;
