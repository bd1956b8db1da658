import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-28',
  mistake: 'Goes on after the name that it read ahead to see whether any are left.',
  caughtAs: 'in the listing, got a listing without it',
  deviate: ({ listings }) => ({
    listings: {
      page: (objects, question) => {
        const listing = listings.page(objects, question);
        if (listing.next === null || question.prefix === '' || question.delimiter !== '') return listing;
        const ahead = listings.page(objects, { ...question, after: listing.next, maxKeys: 1 });
        return { ...listing, next: ahead.entries[0]?.name ?? listing.next };
      },
    },
  }),
} satisfies Deviation;
