import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSB-01',
  mistake: 'Answers a listing without a signature with an empty one, because an unknown caller owns no bucket.',
  caughtAs: 'expected 403 AccessDenied, got 200',
  deviate: ({ authorize }) => ({
    authorize: (question, call) => (question.action === 'oss:ListBuckets' ? null : authorize(question, call)),
  }),
} satisfies Deviation;
