import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-11',
  mistake: 'Sorts names by the collation of its database, which does not tell capitals from small letters.',
  caughtAs: 'expected names that ascend by their bytes, got "a-b" too early',
  deviate: ({ listings }) => ({
    listings: {
      page: (objects, question) =>
        listings.page(
          [...objects].toSorted((one, other) =>
            Buffer.compare(Buffer.from(one.key.toLowerCase()), Buffer.from(other.key.toLowerCase())),
          ),
          question,
        ),
    },
  }),
} satisfies Deviation;
