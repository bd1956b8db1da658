import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-65',
  mistake: 'Checks who signed a form, and not what the signer may do.',
  caughtAs: 'expected 403 AccessDenied, got 204',
  deviate: ({ objects }) => ({
    objects: {
      formPrincipal(context, fields) {
        const principal = objects.formPrincipal(context, fields);
        if (principal instanceof Refusal || principal.kind !== 'ram-user') return principal;
        return { ...principal, kind: 'account' };
      },
    },
  }),
} satisfies Deviation;
