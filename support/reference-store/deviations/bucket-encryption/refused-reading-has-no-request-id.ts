import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-15',
  mistake: 'Answers a missing rule from a cache of errors, which has no request id.',
  caughtAs: 'expected an x-oss-request-id of 24 characters, got none',
  alsoCaughtBy: {
    'ENV-06': 'one of its errors is NoSuchServerSideEncryptionRule',
    'ENV-31': 'one of its errors is NoSuchServerSideEncryptionRule',
    'ENV-02': 'every answer must carry one',
  },
  deviate: () => ({
    answer: (answer, { refusal }) =>
      refusal?.code === 'NoSuchServerSideEncryptionRule'
        ? { ...answer, headers: answer.headers.filter(([name]) => name !== 'x-oss-request-id') }
        : answer,
  }),
} satisfies Deviation;
