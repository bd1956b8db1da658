import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-36',
  mistake: 'Wrote its own parser, which takes any closing tag for that of the innermost element.',
  caughtAs: 'expected 400 MalformedXML or InvalidXMLFormat, got 200',
  deviate: ({ encryption }) => ({
    encryption: {
      readDocument(body, headers) {
        const text = Buffer.from(body).toString();
        return encryption.readDocument(Buffer.from(text.replaceAll('</Algorithm>', '</SSEAlgorithm>')), headers);
      },
    },
  }),
} satisfies Deviation;
