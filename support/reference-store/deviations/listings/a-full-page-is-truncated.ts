import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-23',
  mistake: 'Takes a full page for a truncated one, because it does not read ahead.',
  caughtAs: '"true" in /ListBucketResult/IsTruncated instead of "false"',
  deviate: ({ listings }) => ({
    listings: {
      page: (objects, question) => {
        const listing = listings.page(objects, question);
        const isFull = listing.entries.length === question.maxKeys;
        return isFull ? { ...listing, next: listing.entries.at(-1)?.name ?? null } : listing;
      },
    },
  }),
} satisfies Deviation;
