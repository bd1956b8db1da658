import { changeListings } from '../../changed-listing.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-06',
  mistake: 'Lists the ETag without its double quotes, because they belong to the header.',
  caughtAs: 'instead of "(an ETag in double quotes)"',
  alsoCaughtBy: { 'LSO-38': 'it compares the listed ETag with that of HeadObject' },
  deviate: () => ({
    answer: changeListings(['ListObjects'], (document) =>
      document.replaceAll(/<ETag>&quot;(\w*)&quot;<\/ETag>/gu, '<ETag>$1</ETag>'),
    ),
  }),
} satisfies Deviation;
