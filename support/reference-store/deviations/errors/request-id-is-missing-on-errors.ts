import { forOneReason, type Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-02',
  mistake: 'Sets x-oss-request-id where operations succeed; errors take another path and have none.',
  caughtAs: 'x-oss-request-id',
  alsoCaughtBy: {
    'GBE-15': 'an id that is missing has no 24 characters',
    ...forOneReason('an id that is missing agrees with nothing and has no digits', 'ENV-06', 'ENV-31'),
  },
  deviate: () => ({
    answer: (answer, { refusal }) =>
      refusal ? { ...answer, headers: answer.headers.filter(([name]) => name !== 'x-oss-request-id') } : answer,
  }),
} satisfies Deviation;
