import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-14',
  mistake: 'Seeks to the marker and lists on from there, without looking at the prefix again.',
  caughtAs: 'expected no other object in the listing, got "c"',
  deviate: ({ listings }) => ({
    listings: {
      page: (objects, question) => {
        const isEarly = question.after !== '' && question.after < question.prefix;
        return listings.page(objects, isEarly ? { ...question, prefix: '' } : question);
      },
    },
  }),
} satisfies Deviation;
