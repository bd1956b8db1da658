import { invalidArgument } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-13',
  mistake: 'Requires a Content-Type with every body, which the Java SDK does not send.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidArgument',
  alsoCaughtBy: {
    'AUTH-02': 'its rule comes without digest and type',
  },
  deviate: ({ encryption }) => ({
    encryption: {
      readDocument: (body, headers) =>
        headerValue(headers, 'content-type') === undefined
          ? invalidArgument('The Content-Type is missing.', { name: 'Content-Type' })
          : encryption.readDocument(body, headers),
    },
  }),
} satisfies Deviation;
