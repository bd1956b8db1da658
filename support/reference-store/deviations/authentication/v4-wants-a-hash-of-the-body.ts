import { invalidArgument } from '../../errors/refusal.ts';
import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';
import { headerValue } from '../../http/store-request.ts';

export default {
  clause: 'AUTH-24',
  mistake: 'Requires the SHA-256 of the body in x-oss-content-sha256, as S3 does.',
  caughtAs: 'InvalidArgument',
  alsoCaughtBy: {
    ...forOneReason(
      'it sends a V4 header that leaves the body unsigned',
      'AUTH-18',
      'AUTH-19',
      'AUTH-20',
      'AUTH-21',
      'AUTH-22',
      'AUTH-23',
      'AUTH-25',
      'AUTH-26',
      'AUTH-29',
      'AUTH-30',
      'AUTH-34',
      'AUTH-36',
      'AUTH-37',
      'AUTH-39',
      'ENV-29',
      'AUTH-55',
      'AUTH-56',
      'AUTH-57',
      'AUTH-59',
      'AUTH-60',
      'AUTH-61',
    ),
    'ENV-34': 'its V4 row sends UNSIGNED-PAYLOAD and expects SignatureDoesNotMatch',
  },
  setUpBy: 'v1',
  deviate: () => ({
    authentication: {
      payloadDeclaration: (claim, request) =>
        claim.placement === 'url' || /^[0-9a-f]{64}$/.test(headerValue(request.headers, 'x-oss-content-sha256') ?? '')
          ? null
          : invalidArgument('x-oss-content-sha256 is not a hash.'),
    },
  }),
} satisfies Deviation;
