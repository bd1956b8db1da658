import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-52',
  mistake: 'Checks that x-oss-expires is at most seven days, and uses its absolute value.',
  caughtAs: 'got 200',
  deviate: ({ authentication }) => ({
    authentication: {
      validity: (claim, request) =>
        authentication.validity(
          claim.placement === 'url' && claim.version === 'v4' && claim.expires === '-1'
            ? { ...claim, expires: '600' }
            : claim,
          request,
        ),
    },
  }),
} satisfies Deviation;
