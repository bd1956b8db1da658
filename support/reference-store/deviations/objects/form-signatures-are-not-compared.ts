import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'POST-01',
  mistake: 'Looks up the access key of a form and does not compare its signature.',
  caughtAs: 'SignatureDoesNotMatch',
  deviate: ({ objects }) => ({
    objects: {
      formPrincipal(context, fields) {
        const principal = objects.formPrincipal(context, fields);
        if (!(principal instanceof Refusal) || principal.code !== 'SignatureDoesNotMatch') return principal;
        const id = fields.get('ossaccesskeyid') ?? fields.get('x-oss-credential')?.split('/')[0] ?? '';
        return context.keys.find(id)?.principal ?? principal;
      },
    },
  }),
} satisfies Deviation;
