import type { Deviation } from '../../deviation.ts';

const ofTheSignature = new Set(['OSSAccessKeyId', 'Expires', 'Signature']);

export default {
  clause: 'AUTH-06',
  mistake: 'Signs the whole query by V1, as V4 does, instead of the sub-resources only.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    'AUTH-54': 'it sends such a parameter in a V1 URL',
    'AUTH-04': 'it signs a request to the service that has a parameter',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      v1Resource(address, query) {
        const signed = query
          .filter(([name]) => !ofTheSignature.has(name))
          .map(([name, value]) => (value ? `${name}=${value}` : name));
        const resource = authentication.v1Resource(address, []);
        return signed.length === 0 ? resource : `${resource}?${signed.toSorted().join('&')}`;
      },
    },
  }),
} satisfies Deviation;
