import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-15',
  mistake: 'Reads the query into a map, where a later value overwrites an earlier one.',
  caughtAs: 'SignatureDoesNotMatch',
  deviate: ({ authentication }) => ({
    authentication: {
      claim: (request) => authentication.claim({ ...request, query: request.query.toReversed() }),
    },
  }),
} satisfies Deviation;
