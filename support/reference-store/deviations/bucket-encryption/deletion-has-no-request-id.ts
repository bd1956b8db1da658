import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DBE-02',
  mistake: 'Gives a request id only to answers with a body, so a deletion has none.',
  caughtAs: 'expected the header x-oss-request-id, got none',
  alsoCaughtBy: {
    'ENV-02': 'every answer must carry one',
  },
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'DeleteBucketEncryption' && answer.status === 204
        ? { ...answer, headers: answer.headers.filter(([name]) => name !== 'x-oss-request-id') }
        : answer,
  }),
} satisfies Deviation;
