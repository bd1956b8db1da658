import { queryValue } from '../../http/store-request.ts';
import { withoutParameter } from '../../changed-query.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-27',
  mistake: 'Starts every page after the name in start-after, which it reads last.',
  caughtAs: 'expected a last page',
  deviate: ({ listings }) => ({
    listings: {
      start: (query) => {
        const hasBoth = queryValue(query, 'start-after') !== undefined;
        return listings.start(hasBoth ? withoutParameter(query, 'continuation-token') : query);
      },
    },
  }),
} satisfies Deviation;
