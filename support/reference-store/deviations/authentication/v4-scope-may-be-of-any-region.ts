import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-29',
  mistake: 'Derives the key from whatever region the scope names, its own or not.',
  caughtAs: '204',
  deviate: ({ authentication }) => ({
    authentication: {
      scope: (claim, region) => authentication.scope({ ...claim, scope: { ...claim.scope, region } }, region),
    },
  }),
} satisfies Deviation;
