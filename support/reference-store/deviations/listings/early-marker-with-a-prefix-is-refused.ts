import { invalidArgument } from '../../errors/refusal.ts';
import { queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSO-14',
  mistake: 'Refuses a marker that does not begin with the prefix (minio issues 6896 and 18093).',
  caughtAs: 'expected 200, got 400 InvalidArgument',
  deviate: ({ listings }) => ({
    listings: {
      marker: (query) => {
        const marker = listings.marker(query);
        const prefix = queryValue(query, 'prefix') ?? '';
        return typeof marker === 'string' && marker !== '' && !marker.startsWith(prefix)
          ? invalidArgument('Invalid combination of marker and prefix.', { name: 'marker', value: marker })
          : marker;
      },
    },
  }),
} satisfies Deviation;
