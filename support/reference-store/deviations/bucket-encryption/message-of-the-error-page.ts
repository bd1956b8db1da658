import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-26',
  mistake: 'Takes the message from the page of 400 errors, which words it differently from the page of the operation.',
  caughtAs: 'got "The encryption algorithm specified is not valid."',
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.operation?.name === 'PutBucketEncryption' && refusal.code === 'InvalidEncryptionAlgorithmError'
          ? refusal.with({ message: 'The encryption algorithm specified is not valid.' })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
