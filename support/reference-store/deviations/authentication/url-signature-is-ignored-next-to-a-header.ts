import { claimsV4Url } from '../../authentication/url-claim.ts';
import type { Deviation } from '../../deviation.ts';
import { headerValue } from '../../http/store-request.ts';

export default {
  clause: 'AUTH-63',
  mistake: 'Checks the header first and never gets to the signature of a V4 URL.',
  caughtAs: '200',
  deviate: ({ authentication }) => ({
    authentication: {
      claim: (request) =>
        authentication.claim(
          headerValue(request.headers, 'authorization') !== undefined && claimsV4Url(request.query)
            ? { ...request, query: [] }
            : request,
        ),
    },
  }),
} satisfies Deviation;
