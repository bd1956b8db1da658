import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-57',
  mistake: 'Puts the path of the request into the canonical request as it was sent, without decoding and escaping it.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    'KEY-06': 'it sends a plain plus sign',
    'KEY-07': 'it sends escapes for letters and slashes',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      v4Uri(address, request) {
        const uri = authentication.v4Uri(address, request);
        return address.scope === 'object'
          ? uri.replace(/[^/]*$/, request.path.slice(request.path.lastIndexOf('/') + 1))
          : uri;
      },
    },
  }),
} satisfies Deviation;
