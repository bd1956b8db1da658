import { changeListings } from '../../changed-listing.ts';
import type { Deviation } from '../../deviation.ts';
import { queryValue } from '../../http/store-request.ts';

export default {
  clause: 'LSO-33',
  mistake: 'Encodes every name but NextMarker, which it adds to the document later (supabase/storage issue 1417).',
  caughtAs: 'in the listing, got a listing without it',
  deviate: () => ({
    answer: changeListings(['ListObjects'], (document, { request }) =>
      queryValue(request.query, 'encoding-type') === 'url'
        ? document.replace(/(?<=<NextMarker>)[^<]*/u, (name) => decodeURIComponent(name))
        : document,
    ),
  }),
} satisfies Deviation;
