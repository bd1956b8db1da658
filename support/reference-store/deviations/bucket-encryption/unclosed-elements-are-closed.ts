import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-36',
  mistake: 'Reads the body with a parser made for web pages, which closes what was left open.',
  caughtAs: 'expected 400 MalformedXML or InvalidXMLFormat, got 200',
  deviate: ({ encryption }) => ({
    encryption: {
      readDocument(body, headers) {
        const text = Buffer.from(body).toString();
        const isOpen = text.includes('<ServerSideEncryptionRule>') && !text.includes('</ServerSideEncryptionRule>');
        return encryption.readDocument(isOpen ? Buffer.from(`${text}</ServerSideEncryptionRule>`) : body, headers);
      },
    },
  }),
} satisfies Deviation;
