import type { Deviation } from '../deviation.ts';

export default {
  clause: 'GBE-02',
  mistake: 'Routes GET ?encryption to a handler that never completes, as a mock of another project does.',
  caughtAs: 'no answer',
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'GetBucketEncryption' ? { ...answer, delivery: 'silence' } : answer,
  }),
} satisfies Deviation;
