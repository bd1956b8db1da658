import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-02',
  mistake: 'Writes its 204 by hand and forgets Date.',
  caughtAs: 'expected the header Date, got none',
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'DeleteBucketEncryption' && answer.status === 204
        ? { ...answer, headers: answer.headers.filter(([name]) => name !== 'Date') }
        : answer,
  }),
} satisfies Deviation;
