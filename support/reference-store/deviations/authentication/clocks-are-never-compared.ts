import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-39',
  mistake: 'Verifies the signature but not the time, so a captured request can be replayed forever.',
  caughtAs: '204',
  alsoCaughtBy: { 'AUTH-08': 'an x-oss-date of an hour ago is accepted' },
  deviate: ({ authentication }) => ({
    authentication: {
      time: (claim, time, now) => (claim.placement === 'header' ? null : authentication.time(claim, time, now)),
    },
  }),
} satisfies Deviation;
