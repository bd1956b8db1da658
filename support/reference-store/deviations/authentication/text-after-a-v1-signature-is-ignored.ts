import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-50',
  mistake: 'Splits the V1 credential at every colon and uses the first two parts.',
  caughtAs: 'got 204',
  deviate: ({ authentication }) => ({
    authentication: {
      claim: (request) =>
        authentication.claim({
          ...request,
          headers: request.headers.map(([name, value]) => [
            name,
            name.toLowerCase() === 'authorization' ? value.replace(/^(OSS [^:]*:[^:]*):.*$/, '$1') : value,
          ]),
        }),
    },
  }),
} satisfies Deviation;
