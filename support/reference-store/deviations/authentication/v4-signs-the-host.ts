import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-22',
  mistake: 'Signs Host of its own accord, as S3 signatures must.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: forOneReason(
    'it sends a V4 request without Host among the additional headers',
    'AUTH-18',
    'AUTH-19',
    'AUTH-20',
    'AUTH-21',
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
      v4Headers: (headers, additional) => authentication.v4Headers(headers, [...additional, 'host']),
    },
  }),
} satisfies Deviation;
