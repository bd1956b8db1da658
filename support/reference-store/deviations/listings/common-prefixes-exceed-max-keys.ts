import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-32',
  mistake: 'Counts only objects towards max-keys (cloudemu pull request 780).',
  caughtAs: 'expected no page of more names than max-keys, got a longer one',
  alsoCaughtBy: { 'LSO-24': 'the page that should end with a common prefix goes on' },
  deviate: ({ listings }) => ({
    listings: {
      page: (objects, question) => {
        let listing = listings.page(objects, question);
        const isShort = (): boolean =>
          listing.entries.filter(({ kind }) => kind === 'object').length < question.maxKeys && listing.next !== null;
        for (let maxKeys = question.maxKeys + 1; isShort(); maxKeys += 1)
          listing = listings.page(objects, { ...question, maxKeys });
        return listing;
      },
    },
  }),
} satisfies Deviation;
