import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'POST-03',
  mistake: 'Checks the signature of a form only if it has one, and lets every other form upload.',
  caughtAs: '204',
  deviate: ({ objects }) => ({
    objects: {
      formPrincipal(context, fields) {
        const principal = objects.formPrincipal(context, fields);
        if (principal instanceof Refusal || principal.kind !== 'anonymous') return principal;
        const owner = context.buckets.get(fields.get('bucket') ?? '')?.owner ?? '';
        return { kind: 'account', name: 'owner', accountId: owner };
      },
      formPolicy: (policy) =>
        policy === ''
          ? { expiration: new Date(8.64e15), conditions: [], leastSize: 0, mostSize: Number.POSITIVE_INFINITY }
          : objects.formPolicy(policy),
    },
  }),
} satisfies Deviation;
