import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-20',
  mistake: 'Signs the object name unescaped, as V1 does.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: { 'AUTH-57': 'it signs such a name by V4' },
  setUpBy: 'v1',
  deviate: ({ authentication }) => ({
    authentication: { v4Uri: (address, request) => decodeURIComponent(authentication.v4Uri(address, request)) },
  }),
} satisfies Deviation;
