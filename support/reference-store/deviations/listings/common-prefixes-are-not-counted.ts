import { changeListings } from '../../changed-listing.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-32',
  mistake: 'Counts the objects of a page in KeyCount, and not its common prefixes.',
  caughtAs: '"1" in /ListBucketResult/KeyCount instead of "2"',
  deviate: () => ({
    answer: changeListings(['ListObjectsV2'], (document) => {
      const objects = document.split('<Contents>').length - 1;
      return document.replace(/<KeyCount>\d+<\/KeyCount>/u, `<KeyCount>${objects}</KeyCount>`);
    }),
  }),
} satisfies Deviation;
