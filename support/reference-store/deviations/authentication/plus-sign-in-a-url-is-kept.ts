import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-17',
  mistake: 'Decodes the escapes of a query but keeps plus signs, as in a path.',
  caughtAs: '200',
  deviate: ({ authentication }) => ({
    authentication: {
      claim(request) {
        const claim = authentication.claim(request);
        if (claim === null || claim instanceof Refusal || claim.placement === 'header') return claim;
        return { ...claim, signature: claim.signature.replaceAll(' ', '+') };
      },
    },
  }),
} satisfies Deviation;
