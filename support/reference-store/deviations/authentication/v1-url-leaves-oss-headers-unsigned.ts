import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-53',
  mistake: 'Signs a URL over its parameters only: anyone who has it may add x-oss headers.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    'OBJ-47': 'one of its V1 URLs uploads with an x-oss header',
    'AUTH-55': 'it sends an x-oss header by a V1 URL',
  },
  deviate: ({ authentication }) => {
    let inUrl = false;
    return {
      authentication: {
        claim(request) {
          const claim = authentication.claim(request);
          inUrl = claim !== null && !(claim instanceof Refusal) && claim.placement === 'url';
          return claim;
        },
        v1Headers: (headers) => (inUrl ? '' : authentication.v1Headers(headers)),
      },
    };
  },
} satisfies Deviation;
