import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-20',
  mistake: 'Signs the name of the object as its owner knows it, as V1 does.',
  caughtAs: 'SignatureDoesNotMatch',
  setUpBy: 'v1',
  deviate: ({ authentication }) => ({
    authentication: { v4Uri: (address, request) => decodeURIComponent(authentication.v4Uri(address, request)) },
  }),
} satisfies Deviation;
