import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-14',
  mistake: 'Seeks to the marker and lists on from there, without looking at the prefix again.',
  caughtAs: 'expected the objects "b/1" "b/2", got "b/1" "b/2" "c"',
  deviate: ({ listings }) => ({
    listings: {
      page: (objects, question) => {
        const isEarly = question.after !== '' && question.after < question.prefix;
        return listings.page(objects, isEarly ? { ...question, prefix: '' } : question);
      },
    },
  }),
} satisfies Deviation;
