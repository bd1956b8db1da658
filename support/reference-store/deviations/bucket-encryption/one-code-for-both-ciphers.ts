import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-30',
  mistake: "Answers a wrong data cipher with the code of a wrong algorithm, because the operation's page has no other.",
  caughtAs: 'expected 400 InvalidDataEncryptionAlgorithmError, got 400 InvalidEncryptionAlgorithmError',
  alsoCaughtBy: {
    'OBJ-41': 'uploads with a wrong data cipher get the same code',
  },
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        refusal.code === 'InvalidDataEncryptionAlgorithmError'
          ? refusal.with({ code: 'InvalidEncryptionAlgorithmError' })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
