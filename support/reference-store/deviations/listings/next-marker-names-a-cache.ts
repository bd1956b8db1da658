import type { Deviation } from '../../deviation.ts';

const cache = '[cache:v2,return:]';

function withoutCache<Start>(start: Start): Start | string {
  return typeof start === 'string' ? start.replace(cache, '') : start;
}

export default {
  clause: 'LSO-24',
  mistake: 'Appends the state of its listing cache to NextMarker (minio issue 17891).',
  caughtAs: `"b${cache}" in /ListBucketResult/NextMarker instead of "b"`,
  deviate: ({ listings }) => ({
    listings: {
      marker: (query) => withoutCache(listings.marker(query)),
      start: (query) => withoutCache(listings.start(query)),
      page: (objects, question) => {
        const listing = listings.page(objects, question);
        return { ...listing, next: listing.next === null ? null : `${listing.next}${cache}` };
      },
    },
  }),
} satisfies Deviation;
