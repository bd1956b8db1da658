import type { Deviation } from '../deviation.ts';

export default {
  clause: 'DBE-02',
  mistake: 'Answers a deleted rule with 200, which ossutil takes for a failure.',
  caughtAs: '200',
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'DeleteBucketEncryption' && answer.status === 204 ? { ...answer, status: 200 } : answer,
  }),
} satisfies Deviation;
