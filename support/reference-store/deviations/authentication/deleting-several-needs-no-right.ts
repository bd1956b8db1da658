import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-65',
  mistake:
    'Takes a deletion of several objects for a call to the bucket, which every sub-account of the owner may make.',
  caughtAs: 'expected the object, got 404 NoSuchKey',
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      question.principal.kind === 'ram-user' && call.operation?.name === 'DeleteMultipleObjects'
        ? authorize({ ...question, principal: { ...question.principal, kind: 'account' } }, call)
        : authorize(question, call),
  }),
} satisfies Deviation;
