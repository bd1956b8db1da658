import { changeDocuments } from '../../changed-uploads.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-51',
  mistake: 'Sorts the numbers of parts as text, so that 10 comes before 2.',
  caughtAs: 'in /ListPartsResult/Part/PartNumber instead of',
  deviate: ({ route }) => ({
    route: changeDocuments(route, 'ListParts', (xml) => {
      const parts = xml.match(/<Part>.*?<\/Part>/g)?.toSorted() ?? [];
      return xml.replace(/<Part>.*<\/Part>/, parts.join(''));
    }),
  }),
} satisfies Deviation;
