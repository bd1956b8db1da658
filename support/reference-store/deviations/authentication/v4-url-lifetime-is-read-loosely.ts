import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-52',
  mistake:
    'Reads x-oss-expires as a floating-point number and compares; a text that is no number never exceeds the bound.',
  caughtAs: 'got 200',
  deviate: ({ authentication }) => ({
    authentication: {
      signedTime(claim, request) {
        if (claim.placement !== 'url' || claim.version !== 'v4') return authentication.signedTime(claim, request);
        const seconds = Number(claim.expires);
        const isLoose = Number.isNaN(seconds) || (seconds > 0 && seconds < 1);
        return authentication.signedTime(isLoose ? { ...claim, expires: '600' } : claim, request);
      },
    },
  }),
} satisfies Deviation;
