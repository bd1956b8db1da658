import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-02',
  mistake: 'Serves the rule through a transforming proxy, which marks what it passes on as 203.',
  caughtAs: 'expected 200, got 203 ServerSideEncryptionRule',
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'GetBucketEncryption' && answer.status === 200 ? { ...answer, status: 203 } : answer,
  }),
} satisfies Deviation;
