import { Refusal } from '../../errors/refusal.ts';
import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-34',
  mistake: 'Reads the token from the header only, so temporary keys cannot sign a URL.',
  caughtAs: 'InvalidAccessKeyId',
  alsoCaughtBy: forOneReason('it signs a URL with temporary keys', 'AUTH-07', 'AUTH-31', 'AUTH-61', 'AUTH-62'),
  deviate: ({ authentication }) => ({
    authentication: {
      claim(request) {
        const claim = authentication.claim(request);
        if (claim === null || claim instanceof Refusal || claim.placement === 'header') return claim;
        return { ...claim, securityToken: null };
      },
    },
  }),
} satisfies Deviation;
