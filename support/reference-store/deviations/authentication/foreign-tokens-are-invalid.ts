import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-35',
  mistake: 'Has one error for everything that can be wrong with a token.',
  caughtAs: 'InvalidSecurityToken',
  alsoCaughtBy: {
    'AUTH-61': 'it sends the token of other keys, too',
    'POST-02': 'an expired token of a form is told in the same words',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      token: (claim, key, tokenHolder, now) =>
        authentication.token(claim, key, tokenHolder, now)?.with({ code: 'InvalidSecurityToken' }) ?? null,
    },
  }),
} satisfies Deviation;
