import { invalidArgument } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-02',
  mistake: 'Requires x-oss-content-sha256 with every body, although V1 signatures have no such header.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidArgument',
  alsoCaughtBy: {
    'AUTH-*': 'it sets a rule by V1 or by a signed URL',
    'ENV-29': 'it sets a rule by V1',
  },
  deviate: ({ body }) => ({
    body: {
      digest: (bytes, headers) =>
        bytes.length > 0 && headerValue(headers, 'x-oss-content-sha256') === undefined
          ? invalidArgument('x-oss-content-sha256 is missing.', { name: 'x-oss-content-sha256' })
          : body.digest(bytes, headers),
    },
  }),
} satisfies Deviation;
