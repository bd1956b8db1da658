import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';
import { clausesSignedBy } from '../../signature-deviations.ts';

export default {
  clause: 'AUTH-20',
  mistake: 'Signs the path below the bucket, which is what the request line of a virtual-hosted request says.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: forOneReason('it signs the bucket by V4', ...clausesSignedBy('v4', 'AUTH-20'), 'ENV-34', 'OBJ-47'),
  setUpBy: 'v1',
  deviate: ({ authentication }) => ({
    authentication: {
      v4Uri: (address, request) => authentication.v4Uri(address, request).replace(/^\/[^/]+/, '') || '/',
    },
  }),
} satisfies Deviation;
