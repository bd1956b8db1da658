import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-35',
  mistake: 'Looks up a token but never checks when it expires.',
  caughtAs: '204',
  alsoCaughtBy: {
    'AUTH-61': 'it expires tokens in every signature',
    'POST-02': 'it expires the token of a form',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      token: (claim, key, tokenHolder) => authentication.token(claim, key, tokenHolder, new Date(0)),
    },
  }),
} satisfies Deviation;
