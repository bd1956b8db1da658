import { Refusal } from '../../errors/refusal.ts';
import { withoutParameter } from '../../changed-query.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-26',
  mistake: 'Starts again from the beginning with a token that it does not know, so that a client never finishes.',
  caughtAs: 'expected 400 InvalidArgument, got 200 ListBucketResult',
  deviate: ({ listings }) => ({
    listings: {
      start: (query) => {
        const start = listings.start(query);
        return start instanceof Refusal ? listings.start(withoutParameter(query, 'continuation-token')) : start;
      },
    },
  }),
} satisfies Deviation;
