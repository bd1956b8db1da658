import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-56',
  mistake: 'Does not know response-* as sub-resources, so anyone may choose the type of the answer.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: { 'AUTH-07': 'it chooses the type of the answer by V1' },
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
