import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-12',
  mistake: 'Writes a new record for the bucket each time, so that its settings are lost.',
  caughtAs: 'got no rule',
  deviate: ({ buckets }) => ({
    buckets: {
      put(creation, existing, view) {
        const checked = buckets.put(creation, existing, view);
        return checked instanceof Refusal ? checked : buckets.put(creation, undefined, view);
      },
    },
  }),
} satisfies Deviation;
