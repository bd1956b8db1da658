import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-51',
  mistake: 'Checks the region and the product in a header, but not in a URL.',
  caughtAs: 'got 200',
  alsoCaughtBy: { 'POST-08': 'the store reads a form like a URL' },
  deviate: ({ authentication }) => ({
    authentication: {
      scope: (claim, region) => (claim.placement === 'url' ? null : authentication.scope(claim, region)),
    },
  }),
} satisfies Deviation;
