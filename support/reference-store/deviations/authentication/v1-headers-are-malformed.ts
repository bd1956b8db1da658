import { invalidArgument } from '../../errors/refusal.ts';
import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';
import { headerValue } from '../../http/store-request.ts';

export default {
  clause: 'AUTH-01',
  mistake: 'Supports V4 only: an Authorization header that starts with OSS is malformed.',
  caughtAs: 'InvalidArgument',
  alsoCaughtBy: {
    ...forOneReason(
      'it sends a V1 header',
      'AUTH-02',
      'AUTH-03',
      'AUTH-04',
      'AUTH-05',
      'AUTH-06',
      'AUTH-07',
      'AUTH-08',
      'AUTH-09',
      'AUTH-10',
      'AUTH-11',
      'AUTH-34',
      'AUTH-36',
      'AUTH-37',
      'AUTH-39',
      'ENV-29',
      'PBE-02',
      'AUTH-56',
      'AUTH-57',
      'AUTH-60',
      'AUTH-61',
    ),
    'ENV-34': 'its V1 row expects SignatureDoesNotMatch',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      claim: (request) =>
        headerValue(request.headers, 'authorization')?.startsWith('OSS ') === true
          ? invalidArgument('Authorization header is invalid.')
          : authentication.claim(request),
    },
  }),
} satisfies Deviation;
