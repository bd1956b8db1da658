import { invalidArgument } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-14',
  mistake: 'Requires Content-MD5 with the encryption rule, as S3 does.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidArgument',
  alsoCaughtBy: {
    'PBE-02': 'Content-MD5 is not among the five headers',
    'AUTH-02': 'its rule comes without digest and type',
  },
  deviate: ({ encryption }) => ({
    encryption: {
      readDocument: (body, headers) =>
        headerValue(headers, 'content-md5') === undefined
          ? invalidArgument('Missing required header for this request: Content-MD5.', { name: 'Content-MD5' })
          : encryption.readDocument(body, headers),
    },
  }),
} satisfies Deviation;
