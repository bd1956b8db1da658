import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-25',
  mistake: 'Lists the algorithms in its XML schema, so an unknown one is MalformedXML before any other check.',
  caughtAs: 'expected 400 InvalidEncryptionAlgorithmError, got 400 MalformedXML',
  alsoCaughtBy: { 'PBE-26': 'MalformedXML brings its own message' },
  deviate: ({ errors }) => ({
    errors: {
      refusal: (refusal, call) =>
        call.operation?.name === 'PutBucketEncryption' && refusal.code === 'InvalidEncryptionAlgorithmError'
          ? refusal.with({
              code: 'MalformedXML',
              message: 'The XML you provided was not well-formed or did not validate against our published schema.',
            })
          : errors.refusal(refusal, call),
    },
  }),
} satisfies Deviation;
