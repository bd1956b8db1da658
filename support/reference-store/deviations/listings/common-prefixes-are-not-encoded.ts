import { changeListings } from '../../changed-listing.ts';
import type { Deviation } from '../../deviation.ts';
import { queryValue } from '../../http/store-request.ts';

export default {
  clause: 'LSO-33',
  mistake: 'Encodes the names of objects, and not those of folders.',
  caughtAs: 'in /ListBucketResult/CommonPrefixes/Prefix instead of "%C3%A9%2Fb%2F"',
  deviate: () => ({
    answer: changeListings(['ListObjects', 'ListObjectsV2'], (document, { request }) =>
      queryValue(request.query, 'encoding-type') === 'url'
        ? document.replaceAll(/(?<=<CommonPrefixes><Prefix>)[^<]*/gu, (name) => decodeURIComponent(name))
        : document,
    ),
  }),
} satisfies Deviation;
