import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-58',
  mistake: 'Reads AdditionalHeaders from the header only: what a URL names is not in the canonical headers.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: { 'AUTH-31': 'it signs an additional header in a V4 URL' },
  deviate: ({ authentication }) => {
    let inUrl = false;
    return {
      authentication: {
        claim(request) {
          const claim = authentication.claim(request);
          inUrl = claim !== null && !(claim instanceof Refusal) && claim.placement === 'url';
          return claim;
        },
        v4Headers: (headers, additional) => authentication.v4Headers(headers, inUrl ? [] : additional),
      },
    };
  },
} satisfies Deviation;
