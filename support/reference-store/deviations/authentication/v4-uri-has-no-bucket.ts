import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-20',
  mistake: 'Signs the path below the bucket, which for a virtual-hosted request is what the request line says.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: forOneReason(
    'it signs the bucket by V4',
    'AUTH-18',
    'AUTH-19',
    'AUTH-21',
    'AUTH-22',
    'AUTH-23',
    'AUTH-24',
    'AUTH-25',
    'AUTH-26',
    'AUTH-29',
    'AUTH-30',
    'AUTH-31',
    'AUTH-32',
    'AUTH-33',
    'AUTH-34',
    'AUTH-37',
    'ENV-29',
  ),
  setUpBy: 'v1',
  deviate: ({ authentication }) => ({
    authentication: {
      v4Uri: (address, request) => authentication.v4Uri(address, request).replace(/^\/[^/]+/, '') || '/',
    },
  }),
} satisfies Deviation;
