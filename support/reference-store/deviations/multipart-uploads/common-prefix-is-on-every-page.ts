import { changeUploadListing, withParameter } from '../../changed-uploads.ts';
import { queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-64',
  mistake: 'Goes on after a common prefix with the names below it, which are folded into the same common prefix again.',
  caughtAs: 'expected no entry on two pages, got one',
  deviate: ({ route }) => ({
    route: changeUploadListing(route, (query) => {
      const delimiter = queryValue(query, 'delimiter') ?? '';
      const isPrefix = (marker: string): boolean => delimiter !== '' && marker.endsWith(delimiter);
      return withParameter(query, 'key-marker', (marker) => (isPrefix(marker) ? marker.slice(0, -1) : marker));
    }),
  }),
} satisfies Deviation;
