import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-39',
  mistake: 'Compares names as strings of its language, whose characters are the code units of UTF-16.',
  caughtAs: 'expected names that ascend by their bytes, got "😀" too early',
  deviate: ({ listings }) => ({
    listings: {
      page: (objects, question) =>
        listings.page(
          [...objects].toSorted((one, other) => (one.key < other.key ? -1 : 1)),
          question,
        ),
    },
  }),
} satisfies Deviation;
