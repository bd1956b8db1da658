import { changeListings } from '../../changed-listing.ts';
import { forOneReason, type Deviation } from '../../deviation.ts';
import { queryValue } from '../../http/store-request.ts';

export default {
  clause: 'LSO-23',
  mistake: 'Sends NextMarker only with a delimiter, as S3 does.',
  caughtAs: 'no NextMarker below /ListBucketResult',
  alsoCaughtBy: forOneReason('it goes on by NextMarker, too', 'LSO-24', 'LSO-28', 'LSO-33'),
  deviate: () => ({
    answer: changeListings(['ListObjects'], (document, { request: { query } }) =>
      (queryValue(query, 'delimiter') ?? '') === ''
        ? document.replace(/<NextMarker>[^<]*<\/NextMarker>/u, '')
        : document,
    ),
  }),
} satisfies Deviation;
