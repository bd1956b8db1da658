import { element } from '../../xml/element.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-36',
  mistake: 'Binds handler parameters from XML and from forms alike, as its framework does.',
  caughtAs: 'expected 400 MalformedXML or InvalidXMLFormat, got 200',
  deviate: ({ encryption }) => ({
    encryption: {
      readDocument(body, headers) {
        const algorithm = /^SSEAlgorithm=(\w+)/u.exec(Buffer.from(body).toString())?.[1];
        if (algorithm === undefined) return encryption.readDocument(body, headers);
        const settings = element('ApplyServerSideEncryptionByDefault', [element('SSEAlgorithm', algorithm)]);
        return element('ServerSideEncryptionRule', [settings]);
      },
    },
  }),
} satisfies Deviation;
