import type { Deviation } from '../../deviation.ts';
import { urlsNeverExpire } from '../../signature-deviations.ts';

export default {
  clause: 'AUTH-14',
  mistake: 'Signs Expires but never compares it with the clock.',
  caughtAs: '200',
  deviate: ({ authentication }) => ({ authentication: urlsNeverExpire('v1', authentication) }),
} satisfies Deviation;
