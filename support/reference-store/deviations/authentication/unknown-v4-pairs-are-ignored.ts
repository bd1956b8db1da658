import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-50',
  mistake: 'Looks up the pairs it knows in Authorization and ignores the others.',
  caughtAs: 'got 204',
  deviate: ({ authentication }) => ({
    authentication: {
      claim: (request) =>
        authentication.claim({
          ...request,
          headers: request.headers.map(([name, value]) => [
            name,
            name.toLowerCase() === 'authorization' ? value.replace(/,Colour=[^,]*/g, '') : value,
          ]),
        }),
    },
  }),
} satisfies Deviation;
