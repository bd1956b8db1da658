import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-48',
  mistake:
    'Splits Authorization at the space and the colon and never looks at the scheme, so "AWS id:sig" is good too.',
  caughtAs: 'got 204',
  deviate: ({ authentication }) => ({
    authentication: {
      claim: (request) =>
        authentication.claim({
          ...request,
          headers: request.headers.map(([name, value]) => [
            name,
            name.toLowerCase() === 'authorization' ? value.replace(/^(?!OSS4-)[^ ]+/, 'OSS') : value,
          ]),
        }),
    },
  }),
} satisfies Deviation;
