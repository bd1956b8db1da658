import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-12',
  mistake: 'Looks for the prefix in the whole name.',
  caughtAs: 'expected no other object in the listing, got "a-fun"',
  deviate: ({ listings }) => ({
    listings: {
      page: (objects, question) =>
        question.prefix === '' || question.delimiter !== ''
          ? listings.page(objects, question)
          : listings.page(
              [...objects].filter(({ key }) => key.includes(question.prefix)),
              { ...question, prefix: '' },
            ),
    },
  }),
} satisfies Deviation;
