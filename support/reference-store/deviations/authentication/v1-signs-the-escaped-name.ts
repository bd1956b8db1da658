import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-07',
  mistake: 'Signs the path of the request line, where the object name is escaped.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: { 'AUTH-57': 'it signs such a name by V1' },
  deviate: ({ authentication }) => ({
    authentication: {
      v1Resource: (address, query) =>
        authentication.v1Resource(
          address.scope === 'object' ? { ...address, key: encodeURI(address.key) } : address,
          query,
        ),
    },
  }),
} satisfies Deviation;
