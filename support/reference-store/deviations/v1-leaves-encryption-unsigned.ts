import type { Deviation } from '../deviation.ts';

export default {
  clause: 'AUTH-05',
  mistake: 'Took the list of signed sub-resources from the documentation, which does not name `encryption`.',
  caughtAs: 'SignatureDoesNotMatch',
  deviate: ({ authentication }) => ({
    authentication: {
      v1Resource: (address, query) =>
        authentication.v1Resource(
          address,
          query.filter(([name]) => name !== 'encryption'),
        ),
    },
  }),
} satisfies Deviation;
