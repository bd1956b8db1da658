import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-65',
  mistake: 'Knows only rights to read and to write, and treats a deletion as a write.',
  caughtAs: 'expected 403 AccessDenied, got 204',
  deviate: ({ authorize }) => ({
    authorize: (question, call) =>
      authorize(question.action === 'oss:DeleteObject' ? { ...question, action: 'oss:PutObject' } : question, call),
  }),
} satisfies Deviation;
