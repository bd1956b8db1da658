import { changeListings } from '../../changed-listing.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-04',
  mistake: 'Leaves out the owner of each object in both versions, because the second has it only on request.',
  caughtAs: 'no Owner below /ListBucketResult/Contents',
  deviate: () => ({
    answer: changeListings(['ListObjects'], (document) => document.replaceAll(/<Owner>.*?<\/Owner>/gsu, '')),
  }),
} satisfies Deviation;
