import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-07',
  mistake: 'Signs the values of sub-resources percent-encoded, as they are in the URL.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    'AUTH-34': 'a token in a V1 URL is such a value',
    'AUTH-56': 'the type of the answer is such a value',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      v1Resource: (address, query) =>
        authentication.v1Resource(
          address,
          query.map(([name, value = '']) => [name, encodeURIComponent(value)]),
        ),
    },
  }),
} satisfies Deviation;
