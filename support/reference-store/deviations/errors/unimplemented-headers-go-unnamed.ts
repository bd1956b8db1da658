import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-18',
  mistake: 'Has one error for every header that it does not implement, without the name of the header.',
  caughtAs: 'got no Header',
  deviate: () => ({
    errors: {
      refusal: (refusal) => (refusal.code === 'NotImplemented' ? refusal.with({ details: [] }) : refusal),
    },
  }),
} satisfies Deviation;
