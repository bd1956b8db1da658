import { changeListings } from '../../changed-listing.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-10',
  mistake: 'Leaves out a KeyCount of zero, as serialisers do with empty values.',
  caughtAs: 'no KeyCount below /ListBucketResult',
  deviate: () => ({
    answer: changeListings(['ListObjectsV2'], (document) => document.replace('<KeyCount>0</KeyCount>', '')),
  }),
} satisfies Deviation;
