import type { Deviation } from '../../deviation.ts';
import { headerValue } from '../../http/store-request.ts';

export default {
  clause: 'AUTH-30',
  mistake: 'Takes Date for the timestamp wherever it is sent, so that the Go SDK, which sends both, is refused.',
  caughtAs: 'SignatureDoesNotMatch',
  deviate: ({ authentication }) => ({
    authentication: {
      signedTime(claim, request) {
        const hasDate = headerValue(request.headers, 'date') !== undefined;
        if (claim.version !== 'v4' || !hasDate) return authentication.signedTime(claim, request);
        const headers = request.headers.filter(([name]) => name.toLowerCase() !== 'x-oss-date');
        return authentication.signedTime(claim, { ...request, headers });
      },
    },
  }),
} satisfies Deviation;
