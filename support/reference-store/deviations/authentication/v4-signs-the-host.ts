import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';
import { clausesSignedBy } from '../../signature-deviations.ts';

export default {
  clause: 'AUTH-22',
  mistake: 'Always signs Host, as S3 signatures require.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    ...forOneReason(
      'it sends a V4 request without Host among the additional headers',
      ...clausesSignedBy('v4', 'AUTH-22'),
    ),
    'ENV-34': 'its V4 row compares the string to sign',
    'OBJ-47': 'it reads and writes by V4 URLs',
  },
  setUpBy: 'v1',
  deviate: ({ authentication }) => ({
    authentication: {
      v4Headers: (headers, additional) => authentication.v4Headers(headers, [...additional, 'host']),
    },
  }),
} satisfies Deviation;
