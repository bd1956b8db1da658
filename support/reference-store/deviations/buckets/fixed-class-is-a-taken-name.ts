import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'BKT-38',
  mistake:
    'Says of a bucket that has another storage class what it says of the name of another account: that it is taken.',
  caughtAs: 'expected a message that begins with "Cannot modify existing bucket\'s storage class."',
  deviate: () => ({
    errors: {
      refusal: (refusal) =>
        refusal.message.startsWith('Cannot modify')
          ? refusal.with({ message: 'The requested bucket name is not available.' })
          : refusal,
    },
  }),
} satisfies Deviation;
