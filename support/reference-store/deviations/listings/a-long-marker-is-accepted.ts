import { queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-15',
  mistake: 'Limits the prefix, which it searches for, and no other parameter.',
  caughtAs: 'expected 400 InvalidArgument, got 200 ListBucketResult',
  deviate: () => ({
    listings: { marker: (query) => queryValue(query, 'marker') ?? '' },
  }),
} satisfies Deviation;
