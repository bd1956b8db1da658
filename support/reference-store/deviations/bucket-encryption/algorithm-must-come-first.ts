import { malformedXml } from '../../xml/reading.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-11',
  mistake: 'Reads the elements as a stream and needs the algorithm before anything that depends on it.',
  caughtAs: 'expected the request to be accepted, got 400 MalformedXML',
  deviate: ({ encryption }) => ({
    encryption: {
      readRule(document) {
        const names = document.children.flatMap(({ children }) => children.map(({ name }) => name));
        return names.indexOf('SSEAlgorithm') > 0 ? malformedXml() : encryption.readRule(document);
      },
    },
  }),
} satisfies Deviation;
