import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-61',
  mistake: 'Checks the expiry of a token in the header only.',
  caughtAs: 'got 200',
  alsoCaughtBy: {
    'POST-02': 'a form carries its token in a field, which is read alike',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      token: (claim, key, tokenHolder, now) =>
        authentication.token(claim, key, tokenHolder, claim.placement === 'url' ? new Date(0) : now),
    },
  }),
} satisfies Deviation;
