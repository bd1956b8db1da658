import { malformedXml } from '../../xml/reading.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-12',
  mistake: 'Accepts a body as XML only if it starts with an XML declaration, as every example on the page does.',
  caughtAs: 'expected the request to be accepted, got 400 MalformedXML',
  alsoCaughtBy: { 'PBE-10': 'its bodies begin with the root' },
  deviate: ({ encryption }) => ({
    encryption: {
      readDocument: (body, headers) =>
        Buffer.from(body).toString().startsWith('<?xml') ? encryption.readDocument(body, headers) : malformedXml(),
    },
  }),
} satisfies Deviation;
