import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-01',
  mistake: "Routes GET ?encryption to a handler that never completes, as another project's mock does.",
  caughtAs: 'got no answer (timeout, headers) to each of 3 tries of GET',
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'GetBucketEncryption' ? { ...answer, delivery: 'silence' } : answer,
  }),
} satisfies Deviation;
