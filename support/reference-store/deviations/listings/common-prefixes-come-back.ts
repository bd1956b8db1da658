import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-32',
  mistake:
    'Goes on after the first name of the last common prefix and folds the others again (localstack issue 9605, minio issue 16108).',
  caughtAs: 'expected each common prefix once in the listing, got one of them twice',
  alsoCaughtBy: { 'LSO-24': 'NextMarker is then a name inside the common prefix' },
  deviate: ({ listings }) => ({
    listings: {
      page: (objects, { after, ...question }) => {
        const later = [...objects].filter(({ key }) => Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0);
        const listing = listings.page(later, { ...question, after: '' });
        const last = listing.entries.at(-1);
        if (listing.next === null || last?.kind !== 'prefix') return listing;
        return { ...listing, next: later.find(({ key }) => key.startsWith(last.name))?.key ?? listing.next };
      },
    },
  }),
} satisfies Deviation;
