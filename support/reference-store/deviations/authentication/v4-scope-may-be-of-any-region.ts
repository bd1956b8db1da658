import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-29',
  mistake: 'Derives the key from any region the scope names.',
  caughtAs: '204',
  alsoCaughtBy: { 'AUTH-51': 'it has such a scope in a V4 URL', 'POST-08': 'it has such a scope in a form' },
  deviate: ({ authentication }) => ({
    authentication: {
      scope: (claim, region) => authentication.scope({ ...claim, scope: { ...claim.scope, region } }, region),
    },
  }),
} satisfies Deviation;
