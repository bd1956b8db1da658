import { invalidArgument } from '../../errors/refusal.ts';
import { queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-31',
  mistake: 'Refuses a delimiter without a value, which is no single character.',
  caughtAs: 'expected 200, got 400 InvalidArgument',
  deviate: ({ listings }) => ({
    listings: {
      question: (query) =>
        queryValue(query, 'delimiter') === ''
          ? invalidArgument('The delimiter must be a single character.', { name: 'delimiter', value: '' })
          : listings.question(query),
    },
  }),
} satisfies Deviation;
