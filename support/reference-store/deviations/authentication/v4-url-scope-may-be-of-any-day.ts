import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-51',
  mistake: 'Compares the day of the scope with the date of a header, not of a URL.',
  caughtAs: 'got 200',
  deviate: ({ authentication }) => ({
    authentication: {
      scopeDay: (claim, time) => (claim.placement === 'url' ? null : authentication.scopeDay(claim, time)),
    },
  }),
} satisfies Deviation;
