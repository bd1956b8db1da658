import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-17',
  mistake: 'Writes answers without a body by hand and forgets Date.',
  caughtAs: 'expected the header Date, got none',
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'PutBucketEncryption' && answer.status === 200
        ? { ...answer, headers: answer.headers.filter(([name]) => name !== 'Date') }
        : answer,
  }),
} satisfies Deviation;
