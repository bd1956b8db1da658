import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';
import { headerValues } from '../../http/store-request.ts';

export default {
  clause: 'AUTH-11',
  mistake: 'Ignores an Authorization header it cannot parse and treats the caller as anonymous.',
  caughtAs: 'AccessDenied',
  alsoCaughtBy: {
    'AUTH-18': 'a header of V4 can be malformed, too',
    'AUTH-48': 'its Authorization is refused for its form, too',
    'AUTH-50': 'its Authorization is refused for its form, too',
    'AUTH-63': 'its Authorization is refused for its form, too',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      claim(request) {
        const claim = authentication.claim(request);
        const isParsed = !(claim instanceof Refusal) || request.query.some(([name]) => name === 'Signature');
        return isParsed || headerValues(request.headers, 'authorization').length === 0 ? claim : null;
      },
    },
  }),
} satisfies Deviation;
