import { malformedXml } from '../../xml/reading.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-03',
  mistake: 'Cuts off the XML declaration by length and expects the root at once, so a line break after it is an error.',
  caughtAs: 'expected the request to be accepted, got 400 MalformedXML',
  alsoCaughtBy: {
    'PBE-12': 'one of its documents has a line break there',
  },
  deviate: ({ encryption }) => ({
    encryption: {
      readDocument: (body, headers) =>
        /^<\?xml[^>]*\?>\s/u.test(Buffer.from(body).toString())
          ? malformedXml()
          : encryption.readDocument(body, headers),
    },
  }),
} satisfies Deviation;
