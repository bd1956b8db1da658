import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-19',
  mistake:
    'Joins the parts of the canonical request that are there, so that no empty line stands for additional headers.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: forOneReason(
    'it sends a V4 request without additional headers',
    'AUTH-18',
    'AUTH-20',
    'AUTH-21',
    'AUTH-22',
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
      v4CanonicalRequest: (parts) =>
        parts.additionalHeaders.length > 0
          ? authentication.v4CanonicalRequest(parts)
          : authentication.v4CanonicalRequest(parts).replace('\n\n\n', '\n\n'),
    },
  }),
} satisfies Deviation;
