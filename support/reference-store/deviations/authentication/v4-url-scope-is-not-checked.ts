import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-51',
  mistake: 'Checks the region and the product of a header, and takes them from a URL as they are.',
  caughtAs: 'got 200',
  deviate: ({ authentication }) => ({
    authentication: {
      scope: (claim, region) => (claim.placement === 'url' ? null : authentication.scope(claim, region)),
    },
  }),
} satisfies Deviation;
