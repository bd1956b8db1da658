import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GBE-15',
  mistake: 'Takes the request ids of reads from a tracing library, whose ids are UUIDs.',
  caughtAs: 'expected an x-oss-request-id of 24 characters, got one of 36',
  alsoCaughtBy: {
    'ENV-02': 'every answer must carry one of the documented form',
    'ENV-06': 'the id in the header is not the one in the error document',
    'ENV-31': 'the form of request ids is what it is about',
  },
  deviate: () => ({
    answer: (answer, { operation }) =>
      operation?.name === 'GetBucketEncryption'
        ? {
            ...answer,
            headers: answer.headers.map(([name, value]) => [
              name,
              name === 'x-oss-request-id' ? '5c1b138a-109f-4e40-8b2d-8aef00000000' : value,
            ]),
          }
        : answer,
  }),
} satisfies Deviation;
