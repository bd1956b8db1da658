import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-36',
  mistake: 'Does not catch what its XML parser throws, so the framework answers 500.',
  caughtAs: 'expected 400 MalformedXML or InvalidXMLFormat, got 500 InternalError',
  deviate: ({ encryption }) => ({
    encryption: {
      readDocument(body, headers) {
        const document = encryption.readDocument(body, headers);
        return document instanceof Refusal
          ? document.with({ status: 500, code: 'InternalError', message: 'We encountered an internal error.' })
          : document;
      },
    },
  }),
} satisfies Deviation;
