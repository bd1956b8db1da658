import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-55',
  mistake: 'Signs header values by V4 as the latin1 text its HTTP library returns, so UTF-8 is encoded twice.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    'META-09': 'it uploads metadata that is not ASCII',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      v4Headers: (headers, additional) =>
        authentication.v4Headers(
          headers.map(([name, value]) => [name, Buffer.from(value, 'utf8').toString('latin1')]),
          additional,
        ),
    },
  }),
} satisfies Deviation;
