import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-33',
  mistake: 'Checks that a signed URL is not from the future and forgets that it may be too old.',
  caughtAs: '200',
  deviate: ({ authentication }) => ({
    authentication: {
      time: (claim, time, now) =>
        claim.version === 'v4' && claim.placement === 'url' && now > time.validUntil
          ? null
          : authentication.time(claim, time, now),
    },
  }),
} satisfies Deviation;
