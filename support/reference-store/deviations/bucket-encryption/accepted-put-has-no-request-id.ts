import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-17',
  mistake: 'Gives a request id only to answers with a body, because it is for support cases about errors.',
  caughtAs: 'expected the header x-oss-request-id, got none',
  alsoCaughtBy: {
    'ENV-02': 'every answer must carry one',
  },
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'PutBucketEncryption' && answer.status === 200
        ? { ...answer, headers: answer.headers.filter(([name]) => name !== 'x-oss-request-id') }
        : answer,
  }),
} satisfies Deviation;
