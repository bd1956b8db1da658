import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-37',
  mistake: 'Does not show the string to sign, so as not to help forgers.',
  caughtAs: 'no StringToSign',
  alsoCaughtBy: {
    'ENV-34': 'its scenarios use the call that this mistake changes',
  },
  deviate: () => ({
    errors: {
      refusal: (refusal) =>
        refusal.with({ details: refusal.details.filter(([name]) => !name.startsWith('StringToSign')) }),
    },
  }),
} satisfies Deviation;
