import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-24',
  mistake: 'Looks for s3:PutEncryptionConfiguration in the policy, the action name in the code it was derived from.',
  caughtAs: 'expected the request to be accepted, got 403 AccessDenied',
  alsoCaughtBy: {
    'PBE-40': 'its sub-account has the action of OSS only',
  },
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      authorize(
        question.action === 'oss:PutBucketEncryption'
          ? { ...question, action: 'oss:PutEncryptionConfiguration' }
          : question,
        call,
      ),
  }),
} satisfies Deviation;
