import { changeListings } from '../../changed-listing.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-07',
  mistake: 'Tells by the ETag how an object was created, and so knows only Normal and Multipart.',
  caughtAs: '"Normal" in /ListBucketResult/Contents/Type instead of "Appendable"',
  deviate: () => ({
    answer: changeListings(['ListObjects'], (document) =>
      document.replaceAll('<Type>Appendable</Type>', '<Type>Normal</Type>'),
    ),
  }),
} satisfies Deviation;
