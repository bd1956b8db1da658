import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-38',
  mistake: 'Reads a missing date as 1970, which is more than fifteen minutes ago.',
  caughtAs: 'RequestTimeTooSkewed',
  deviate: ({ authentication }) => ({
    authentication: {
      validity(claim, request) {
        const time = authentication.validity(claim, request);
        return time instanceof Refusal && claim.placement === 'header'
          ? time.with({ code: 'RequestTimeTooSkewed' })
          : time;
      },
    },
  }),
} satisfies Deviation;
