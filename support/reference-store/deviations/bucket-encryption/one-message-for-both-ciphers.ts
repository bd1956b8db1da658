import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-30',
  mistake: 'Has a separate code for a wrong data cipher, with the message of a wrong algorithm.',
  caughtAs: 'got "The Encryption request you specified is not valid. Supported value: AES256/KMS"',
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        refusal.code === 'InvalidDataEncryptionAlgorithmError'
          ? refusal.with({ message: 'The Encryption request you specified is not valid. Supported value: AES256/KMS' })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
