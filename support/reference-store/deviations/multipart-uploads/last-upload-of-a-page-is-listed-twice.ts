import { changeUploadListing, withParameter } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-56',
  mistake: 'Begins a page of uploads with the last one of the page before (scality/backbeat issue 247).',
  caughtAs: 'expected no entry on two pages, got one',
  alsoCaughtBy: { 'MPU-64': 'a page with a delimiter begins so, too' },
  deviate: ({ route }) => ({
    route: changeUploadListing(route, (query) =>
      query.some(([name]) => name === 'max-uploads')
        ? withParameter(query, 'upload-id-marker', (id) => id.slice(0, -1))
        : query,
    ),
  }),
} satisfies Deviation;
