import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-29',
  mistake: 'Leaves out the object that has the name of the folder, because it is not in the folder.',
  caughtAs: 'expected the object "fun/" in the listing, got a listing without it',
  deviate: ({ listings }) => ({
    listings: {
      page: (objects, question) =>
        question.delimiter === ''
          ? listings.page(objects, question)
          : listings.page(
              [...objects].filter(({ key }) => key !== question.prefix),
              question,
            ),
    },
  }),
} satisfies Deviation;
