import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-10',
  mistake: 'Signs header values as the latin1 text its HTTP library returns, so UTF-8 is encoded twice.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: { 'AUTH-55': 'it sends UTF-8 by a V1 URL' },
  deviate: ({ authentication }) => ({
    authentication: {
      v1Headers: (headers) =>
        authentication.v1Headers(headers.map(([name, value]) => [name, Buffer.from(value, 'utf8').toString('latin1')])),
    },
  }),
} satisfies Deviation;
