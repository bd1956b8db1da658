import { Refusal } from '../../errors/refusal.ts';
import { queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-25',
  mistake: 'With encoding-type=url, compares names and tokens of which only one is encoded (localstack issue 13745).',
  caughtAs: 'expected a last page',
  deviate: ({ listings }) => ({
    listings: {
      start: (query) => {
        const start = listings.start(query);
        const isEncoded = queryValue(query, 'encoding-type') === 'url' && queryValue(query, 'continuation-token');
        return isEncoded && !(start instanceof Refusal) ? encodeURIComponent(start) : start;
      },
    },
  }),
} satisfies Deviation;
