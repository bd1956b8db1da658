import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-56',
  mistake: 'Does not know response-* as sub-resources, so anyone may choose the type of the answer.',
  caughtAs: 'SignatureDoesNotMatch',
  deviate: ({ authentication }) => ({
    authentication: {
      v1Resource: (address, query) =>
        authentication.v1Resource(
          address,
          query.filter(([name]) => !name.startsWith('response-')),
        ),
    },
  }),
} satisfies Deviation;
