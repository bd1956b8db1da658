import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-37',
  mistake: 'Refuses an unknown storage class with the message that it has for every parameter.',
  caughtAs: 'got "Invalid Argument. Parameter is invalid."',
  deviate: () => ({
    errors: {
      refusal: (refusal) =>
        refusal.message.startsWith('No such bucket storage class')
          ? refusal.with({ message: 'Invalid Argument. Parameter is invalid.' })
          : refusal,
    },
  }),
} satisfies Deviation;
