import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'POST-07',
  mistake: 'Treats a policy that it cannot read as one that allows nothing.',
  caughtAs: 'AccessDenied',
  deviate: ({ objects }) => ({
    objects: {
      formPolicy(policy) {
        const read = objects.formPolicy(policy);
        if (!(read instanceof Refusal)) return read;
        return new Refusal({ status: 403, code: 'AccessDenied', message: 'Invalid according to Policy.' });
      },
    },
  }),
} satisfies Deviation;
