import { malformedXml } from '../../xml/reading.ts';
import type { Deviation } from '../../deviation.ts';

const sequence = ['SSEAlgorithm', 'KMSDataEncryption', 'KMSMasterKeyID'];

export default {
  clause: 'PBE-11',
  mistake: 'Validates the body against a schema with an element sequence, in the order of the page.',
  caughtAs: 'expected the request to be accepted, got 400 MalformedXML',
  deviate: ({ encryption }) => ({
    encryption: {
      readRule(document) {
        const names = document.children.flatMap(({ children }) => children.map(({ name }) => name));
        const inOrder = sequence.filter((name) => names.includes(name));
        return names.join() === inOrder.join() ? encryption.readRule(document) : malformedXml();
      },
    },
  }),
} satisfies Deviation;
