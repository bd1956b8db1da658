import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-01',
  mistake: "Routes GET ?encryption to a handler that never completes, as another project's mock does.",
  caughtAs: 'got no answer (timeout, headers), 3 times, while a control request was answered each time',
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'GetBucketEncryption' ? { ...answer, delivery: 'silence' } : answer,
  }),
} satisfies Deviation;
