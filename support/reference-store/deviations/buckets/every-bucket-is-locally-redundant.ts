import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-05',
  mistake: 'Takes ZRS, which its region offers, for LRS: it reads the storage class of a PutBucket only.',
  caughtAs: '"LRS" in /BucketInfo/Bucket/DataRedundancyType instead of "ZRS"',
  alsoCaughtBy: {
    'BKT-13': 'a repeated request is accepted with any redundancy',
  },
  deviate: ({ buckets }) => ({
    buckets: {
      put: (creation, existing, view) => buckets.put({ ...creation, dataRedundancyType: 'LRS' }, existing, view),
    },
  }),
} satisfies Deviation;
