import { forOneReason } from '../../deviation.ts';
import { malformedXml } from '../../xml/reading.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-03',
  mistake: 'Takes the whitespace between elements as text, which its schema forbids.',
  caughtAs: 'expected the request to be accepted, got 400 MalformedXML',
  alsoCaughtBy: forOneReason('its documented body is indented too', 'PBE-10', 'PBE-12'),
  deviate: ({ encryption }) => ({
    encryption: {
      readDocument: (body, headers) =>
        />\s+</u.test(Buffer.from(body).toString()) ? malformedXml() : encryption.readDocument(body, headers),
    },
  }),
} satisfies Deviation;
