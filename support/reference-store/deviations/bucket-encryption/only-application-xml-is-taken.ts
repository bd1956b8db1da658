import { invalidArgument } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-13',
  mistake: 'Chooses the body parser by Content-Type and has one for application/xml only.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidArgument',
  alsoCaughtBy: {
    'AUTH-02': 'its rule comes without digest and type',
  },
  deviate: ({ encryption }) => ({
    encryption: {
      readDocument: (body, headers) =>
        headerValue(headers, 'content-type') === 'application/xml'
          ? encryption.readDocument(body, headers)
          : invalidArgument('The Content-Type must be application/xml.', { name: 'Content-Type' }),
    },
  }),
} satisfies Deviation;
