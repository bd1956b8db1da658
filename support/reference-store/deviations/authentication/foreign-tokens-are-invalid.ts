import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-35',
  mistake: 'Has one answer to whatever is wrong with a token.',
  caughtAs: 'InvalidSecurityToken',
  deviate: ({ authentication }) => ({
    authentication: {
      token: (claim, key, tokenHolder, now) =>
        authentication.token(claim, key, tokenHolder, now)?.with({ code: 'InvalidSecurityToken' }) ?? null,
    },
  }),
} satisfies Deviation;
