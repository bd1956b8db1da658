import { changeDocuments } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-52',
  mistake: 'Has a next marker only where there is a next page, as the page says.',
  caughtAs: 'in /ListPartsResult/NextPartNumberMarker instead of "3"',
  deviate: ({ route }) => ({
    route: changeDocuments(route, 'ListParts', (xml) =>
      xml.includes('<IsTruncated>false') ? xml.replace(/(<NextPartNumberMarker>)\d+/, '$1') : xml,
    ),
  }),
} satisfies Deviation;
