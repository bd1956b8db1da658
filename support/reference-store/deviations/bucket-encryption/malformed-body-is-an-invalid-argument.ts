import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-36',
  mistake: 'Has one code for everything that is wrong with a request.',
  caughtAs: 'expected 400 MalformedXML or InvalidXMLFormat, got 400 InvalidArgument',
  deviate: ({ encryption }) => ({
    encryption: {
      readDocument(body, headers) {
        const document = encryption.readDocument(body, headers);
        return document instanceof Refusal ? document.with({ code: 'InvalidArgument' }) : document;
      },
    },
  }),
} satisfies Deviation;
