import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-14',
  mistake: 'Signs Expires and never compares it with the clock.',
  caughtAs: '200',
  deviate: ({ authentication }) => ({
    authentication: {
      time: (claim, time, now) =>
        claim.version === 'v1' && claim.placement === 'url' ? null : authentication.time(claim, time, now),
    },
  }),
} satisfies Deviation;
