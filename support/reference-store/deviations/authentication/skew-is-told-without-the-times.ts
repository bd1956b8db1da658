import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-39',
  mistake: 'Refuses a skewed clock without saying by how much it is wrong.',
  caughtAs: 'no RequestTime',
  deviate: () => ({
    errors: {
      refusal: (refusal) => (refusal.code === 'RequestTimeTooSkewed' ? refusal.with({ details: [] }) : refusal),
    },
  }),
} satisfies Deviation;
