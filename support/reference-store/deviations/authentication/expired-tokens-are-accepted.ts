import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-35',
  mistake: 'Looks a token up and never at its time.',
  caughtAs: '204',
  deviate: ({ authentication }) => ({
    authentication: {
      token: (claim, key, tokenHolder) => authentication.token(claim, key, tokenHolder, new Date(0)),
    },
  }),
} satisfies Deviation;
