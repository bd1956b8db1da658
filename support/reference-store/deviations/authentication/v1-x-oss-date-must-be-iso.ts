import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';
import { headerValue } from '../../http/store-request.ts';

export default {
  clause: 'AUTH-09',
  mistake: 'Accepts only ISO 8601 in x-oss-date, as one error page says, for V1 clients too.',
  caughtAs: 'AccessDenied',
  alsoCaughtBy: { 'AUTH-08': 'its x-oss-date has the form of HTTP' },
  deviate: ({ authentication }) => ({
    authentication: {
      validity(claim, request) {
        const date = headerValue(request.headers, 'x-oss-date') ?? '';
        if (claim.placement === 'header' && date.includes(','))
          return new Refusal({
            status: 403,
            code: 'AccessDenied',
            message: 'OSS authentication requires a valid Date.',
          });
        return authentication.validity(claim, request);
      },
    },
  }),
} satisfies Deviation;
