import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-17',
  mistake: 'Returns the rule in the answer to the PUT, as REST interfaces often do.',
  caughtAs: 'expected no body, got 200',
  deviate: () => ({
    answer: (answer, { operation, body }) =>
      operation?.name === 'PutBucketEncryption' && answer.status === 200
        ? { ...answer, headers: [...answer.headers, ['Content-Type', 'application/xml']], body }
        : answer,
  }),
} satisfies Deviation;
