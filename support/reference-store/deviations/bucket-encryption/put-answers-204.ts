import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-17',
  mistake: 'Answers an accepted rule with 204, because there is nothing to send back.',
  caughtAs: 'expected 200, got 204',
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'PutBucketEncryption' && answer.status === 200 ? { ...answer, status: 204 } : answer,
  }),
} satisfies Deviation;
