import { changeListings } from '../../changed-listing.ts';
import { forOneReason, type Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-02',
  mistake: "Writes a fixed MaxKeys of 1000, as the vendor's own emulator does.",
  caughtAs: '"1000" in /ListBucketResult/MaxKeys',
  alsoCaughtBy: forOneReason('it reads MaxKeys, too', 'LSO-03', 'LSO-19', 'LSO-20'),
  deviate: () => ({
    answer: changeListings(['ListObjects', 'ListObjectsV2'], (document) =>
      document.replace(/<MaxKeys>\d+<\/MaxKeys>/u, '<MaxKeys>1000</MaxKeys>'),
    ),
  }),
} satisfies Deviation;
