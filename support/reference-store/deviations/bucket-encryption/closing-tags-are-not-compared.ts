import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-36',
  mistake: 'Has its own parser, which accepts any closing tag for the innermost element.',
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
