import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-37',
  mistake: 'Tells nobody the string that should have been signed, for fear of helping forgers.',
  caughtAs: 'no StringToSign',
  deviate: () => ({
    errors: {
      refusal: (refusal) =>
        refusal.with({ details: refusal.details.filter(([name]) => !name.startsWith('StringToSign')) }),
    },
  }),
} satisfies Deviation;
