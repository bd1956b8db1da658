import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';
import { clausesSignedBy } from '../../signature-deviations.ts';

export default {
  clause: 'AUTH-22',
  mistake: 'Always signs Host, as S3 signatures require.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: forOneReason(
    'it sends a V4 request without Host among the additional headers',
    ...clausesSignedBy('v4', 'AUTH-22'),
  ),
  setUpBy: 'v1',
  deviate: ({ authentication }) => ({
    authentication: {
      v4Headers: (headers, additional) => authentication.v4Headers(headers, [...additional, 'host']),
    },
  }),
} satisfies Deviation;
