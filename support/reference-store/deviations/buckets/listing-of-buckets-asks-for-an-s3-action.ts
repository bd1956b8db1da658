import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSB-01',
  mistake: 'Looks for s3:ListAllMyBuckets in the policy, the action name in the code it was derived from.',
  caughtAs: 'expected the request to be accepted, got 403 AccessDenied',
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      authorize(
        question.action === 'oss:ListBuckets' ? { ...question, action: 'oss:ListAllMyBuckets' } : question,
        call,
      ),
  }),
} satisfies Deviation;
