import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-52',
  mistake: 'Reads x-oss-expires as a floating-point number; text that is not a number never exceeds the limit.',
  caughtAs: 'got 200',
  deviate: ({ authentication }) => ({
    authentication: {
      validity(claim, request) {
        if (claim.placement !== 'url' || claim.version !== 'v4') return authentication.validity(claim, request);
        const seconds = Number(claim.expires);
        const isLoose = Number.isNaN(seconds) || (seconds > 0 && seconds < 1);
        return authentication.validity(isLoose ? { ...claim, expires: '600' } : claim, request);
      },
    },
  }),
} satisfies Deviation;
