import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-28',
  mistake: 'A general parameter check refuses the key id with AES256, with its general message.',
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
