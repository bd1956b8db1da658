import type { Deviation } from '../../deviation.ts';

const unchecked: ReadonlySet<string> = new Set([
  'AppendObject',
  'InitiateMultipartUpload',
  'UploadPart',
  'CompleteMultipartUpload',
  'AbortMultipartUpload',
]);

export default {
  clause: 'AUTH-65',
  mistake: 'Checks rights in PutObject, and every other way to upload is for all sub-accounts of the owner.',
  caughtAs: 'expected 403 AccessDenied, got 200',
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      question.principal.kind === 'ram-user' && unchecked.has(call.operation?.name ?? '')
        ? authorize({ ...question, principal: { ...question.principal, kind: 'account' } }, call)
        : authorize(question, call),
  }),
} satisfies Deviation;
