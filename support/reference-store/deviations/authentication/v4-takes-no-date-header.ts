import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';
import { headerValue } from '../../http/store-request.ts';

export default {
  clause: 'AUTH-25',
  mistake: 'Reads x-oss-date only, which every SDK sends and ossutil does not.',
  caughtAs: 'AccessDenied',
  alsoCaughtBy: { 'AUTH-26': 'it is dated by Date alone' },
  deviate: ({ authentication }) => ({
    authentication: {
      validity: (claim, request) =>
        claim.version === 'v4' &&
        claim.placement === 'header' &&
        headerValue(request.headers, 'x-oss-date') === undefined
          ? new Refusal({ status: 403, code: 'AccessDenied', message: 'OSS authentication requires a valid Date.' })
          : authentication.validity(claim, request),
    },
  }),
} satisfies Deviation;
