import { changeUploadListing } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-53',
  mistake: 'Knows folders only, and ignores any delimiter but the slash.',
  caughtAs: 'in /ListMultipartUploadsResult/Delimiter instead of',
  deviate: ({ route }) => ({
    route: changeUploadListing(route, (query) =>
      query.filter(([name, value]) => name !== 'delimiter' || value === '/'),
    ),
  }),
} satisfies Deviation;
