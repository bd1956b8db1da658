import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-28',
  mistake: 'Lets a general check of parameters refuse the key id beside AES256, with the general message.',
  caughtAs: 'got "Invalid Argument."',
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        refusal.message.startsWith('KMSMasterKeyID is not applicable')
          ? refusal.with({ message: 'Invalid Argument.' })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
