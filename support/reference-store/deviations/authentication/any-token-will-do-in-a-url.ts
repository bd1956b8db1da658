import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-61',
  mistake: 'Asks for a token in the URL of temporary keys and never looks it up.',
  caughtAs: 'got 200',
  alsoCaughtBy: {
    'POST-02': 'a form carries its token in a field, which is read alike',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      token: (claim, key, tokenHolder, now) =>
        claim.placement === 'url' && key.session !== null ? null : authentication.token(claim, key, tokenHolder, now),
    },
  }),
} satisfies Deviation;
