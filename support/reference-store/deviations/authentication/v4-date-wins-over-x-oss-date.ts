import type { Deviation } from '../../deviation.ts';
import { dateBeforeOssDate } from '../../signature-deviations.ts';

export default {
  clause: 'AUTH-30',
  mistake: 'Uses Date as the timestamp wherever it is sent, so the Go SDK, which sends both, is refused.',
  caughtAs: 'SignatureDoesNotMatch',
  deviate: ({ authentication }) => ({ authentication: dateBeforeOssDate('v4', authentication) }),
} satisfies Deviation;
