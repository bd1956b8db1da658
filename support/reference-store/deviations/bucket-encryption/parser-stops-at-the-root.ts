import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-36',
  mistake: 'Stops parsing where the root element ends and never sees what follows.',
  caughtAs: 'expected 400 MalformedXML or InvalidXMLFormat, got 200',
  deviate: ({ encryption }) => ({
    encryption: {
      readDocument(body, headers) {
        const [root = ''] = /^[^]*?<\/ServerSideEncryptionRule>/u.exec(Buffer.from(body).toString()) ?? [];
        return encryption.readDocument(root === '' ? body : Buffer.from(root), headers);
      },
    },
  }),
} satisfies Deviation;
