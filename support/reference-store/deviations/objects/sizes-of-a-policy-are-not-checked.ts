import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'POST-06',
  mistake: 'Leaves out content-length-range, which is about the file and not about a field.',
  caughtAs: '204',
  deviate: ({ objects }) => ({
    objects: {
      formPolicy(policy) {
        const read = objects.formPolicy(policy);
        return read instanceof Refusal ? read : { ...read, leastSize: 0, mostSize: Number.POSITIVE_INFINITY };
      },
    },
  }),
} satisfies Deviation;
