import { Refusal } from '../../errors/refusal.ts';
import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';
import { headerValue } from '../../http/store-request.ts';

export default {
  clause: 'AUTH-13',
  mistake: 'Verifies a signed URL with the code for the header, which signs Date instead of Expires.',
  caughtAs: 'SignatureDoesNotMatch',
  alsoCaughtBy: {
    ...forOneReason(
      'it sends a V1 URL',
      'AUTH-07',
      'AUTH-14',
      'AUTH-15',
      'AUTH-17',
      'AUTH-34',
      'AUTH-37',
      'AUTH-53',
      'AUTH-54',
      'AUTH-55',
      'AUTH-56',
      'AUTH-57',
    ),
    'OBJ-47': 'it reads and writes by V1 URLs',
  },
  deviate: ({ authentication }) => ({
    authentication: {
      validity(claim, request) {
        const time = authentication.validity(claim, request);
        if (time instanceof Refusal || claim.version !== 'v1' || claim.placement !== 'url') return time;
        return { ...time, text: headerValue(request.headers, 'date') ?? '' };
      },
    },
  }),
} satisfies Deviation;
