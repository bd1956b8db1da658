import type { Deviation } from '../deviation.ts';

export default {
  clause: 'AUTH-21',
  mistake: 'Writes a parameter without a value as `encryption=` in the canonical query, as AWS signatures do.',
  caughtAs: 'SignatureDoesNotMatch',
  deviate: ({ authentication }) => ({
    authentication: {
      v4Query: (query) =>
        authentication
          .v4Query(query)
          .split('&')
          .map((parameter) => (parameter === '' || parameter.includes('=') ? parameter : `${parameter}=`))
          .join('&'),
    },
  }),
} satisfies Deviation;
