import { changeListings } from '../../changed-listing.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-03',
  mistake: 'Serves both versions of the listing by one template, which has a NextMarker.',
  caughtAs: 'expected no NextMarker',
  deviate: () => ({
    answer: changeListings(['ListObjectsV2'], (document) =>
      document.replace(/<NextContinuationToken>([^<]*)<\/NextContinuationToken>/u, '$&<NextMarker>$1</NextMarker>'),
    ),
  }),
} satisfies Deviation;
