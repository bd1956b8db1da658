import { changeListings } from '../../changed-listing.ts';
import type { Deviation } from '../../deviation.ts';
import { queryValue } from '../../http/store-request.ts';

export default {
  clause: 'LSO-35',
  mistake: 'Writes EncodingType url into every listing, as the sample of ListObjectsV2 has it.',
  caughtAs: 'expected no EncodingType',
  alsoCaughtBy: { 'LSO-17': 'a client then decodes names that were never encoded' },
  deviate: () => ({
    answer: changeListings(['ListObjects'], (document, { request }) =>
      queryValue(request.query, 'encoding-type') === undefined
        ? document.replace('<IsTruncated>', '<EncodingType>url</EncodingType><IsTruncated>')
        : document,
    ),
  }),
} satisfies Deviation;
