import type { Deviation } from '../../deviation.ts';
import { urlsNeverExpire } from '../../signature-deviations.ts';

export default {
  clause: 'AUTH-33',
  mistake: 'Checks that a signed URL is not from the future, but not that it may be too old.',
  caughtAs: '200',
  deviate: ({ authentication }) => ({ authentication: urlsNeverExpire('v4', authentication) }),
} satisfies Deviation;
