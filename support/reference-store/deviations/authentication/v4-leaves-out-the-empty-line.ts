import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';
import { clausesSignedBy } from '../../signature-deviations.ts';

export default {
  clause: 'AUTH-19',
  mistake: 'Joins only the non-empty parts of the canonical request, so there is no empty line for additional headers.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    ...forOneReason('it sends a V4 request without additional headers', ...clausesSignedBy('v4', 'AUTH-19', 'AUTH-23')),
    'ENV-34': 'its V4 row compares the string to sign',
    'OBJ-47': 'it reads and writes by V4 URLs',
  },
  setUpBy: 'v1',
  deviate: ({ authentication }) => ({
    authentication: {
      v4CanonicalRequest: (parts) =>
        parts.additionalHeaders.length > 0
          ? authentication.v4CanonicalRequest(parts)
          : authentication.v4CanonicalRequest(parts).replace('\n\n\n', '\n\n'),
    },
  }),
} satisfies Deviation;
