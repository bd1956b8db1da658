import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-51',
  mistake: 'Checks the day of the scope in a header, not in a URL.',
  caughtAs: 'got 200',
  deviate: ({ authentication }) => ({
    authentication: {
      scopeDay: (claim, time) => (claim.placement === 'url' ? null : authentication.scopeDay(claim, time)),
    },
  }),
} satisfies Deviation;
