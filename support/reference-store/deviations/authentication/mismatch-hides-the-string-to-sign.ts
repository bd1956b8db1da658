import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-37',
  mistake: 'Does not show the string to sign, so as not to help forgers.',
  caughtAs: 'no StringToSign',
  alsoCaughtBy: {
    'ENV-34': 'it looks for the string to sign',
  },
  deviate: () => ({
    errors: {
      refusal: (refusal) =>
        refusal.with({ details: refusal.details.filter(([name]) => !name.startsWith('StringToSign')) }),
    },
  }),
} satisfies Deviation;
