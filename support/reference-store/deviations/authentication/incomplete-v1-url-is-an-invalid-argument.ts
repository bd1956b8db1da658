import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-14',
  mistake: 'Answers a V1 URL that lacks a parameter like a V4 URL, with 400.',
  caughtAs: '400',
  deviate: ({ authentication }) => ({
    authentication: {
      claim(request) {
        const claim = authentication.claim(request);
        return claim instanceof Refusal && claim.code === 'AccessDenied'
          ? claim.with({ status: 400, code: 'InvalidArgument' })
          : claim;
      },
    },
  }),
} satisfies Deviation;
