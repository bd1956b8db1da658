import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-52',
  mistake: 'Refuses lifetimes below ten seconds as useless.',
  caughtAs: 'got 400',
  deviate: ({ authentication }) => ({
    authentication: {
      validity: (claim, request) =>
        authentication.validity(
          claim.placement === 'url' && claim.version === 'v4' && Number(claim.expires) < 10
            ? { ...claim, expires: '0' }
            : claim,
          request,
        ),
    },
  }),
} satisfies Deviation;
