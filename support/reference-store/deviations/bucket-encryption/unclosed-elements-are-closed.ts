import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-36',
  mistake: 'Parses the body with an HTML parser, which closes open elements.',
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
