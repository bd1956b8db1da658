import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'POST-08',
  mistake: 'Checks the scope of a V4 signature in headers and URLs, and not that in a form.',
  caughtAs: '204',
  deviate: ({ objects }) => ({
    objects: {
      formPrincipal: (context, fields) =>
        objects.formPrincipal({ ...context, authentication: { ...context.authentication, scope: () => null } }, fields),
    },
  }),
} satisfies Deviation;
