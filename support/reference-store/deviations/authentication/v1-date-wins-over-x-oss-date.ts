import type { Deviation } from '../../deviation.ts';
import { headerValue } from '../../http/store-request.ts';

export default {
  clause: 'AUTH-08',
  mistake: 'Looks for Date first and for x-oss-date only where there is none.',
  caughtAs: 'RequestTimeTooSkewed',
  deviate: ({ authentication }) => ({
    authentication: {
      signedTime(claim, request) {
        const hasDate = headerValue(request.headers, 'date') !== undefined;
        if (claim.version !== 'v1' || !hasDate) return authentication.signedTime(claim, request);
        const headers = request.headers.filter(([name]) => name.toLowerCase() !== 'x-oss-date');
        return authentication.signedTime(claim, { ...request, headers });
      },
    },
  }),
} satisfies Deviation;
