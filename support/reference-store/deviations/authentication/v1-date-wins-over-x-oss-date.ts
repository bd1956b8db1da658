import type { Deviation } from '../../deviation.ts';
import { dateBeforeOssDate } from '../../signature-deviations.ts';

export default {
  clause: 'AUTH-08',
  mistake: 'Reads Date first, and x-oss-date only where there is no Date.',
  caughtAs: 'RequestTimeTooSkewed',
  deviate: ({ authentication }) => ({ authentication: dateBeforeOssDate('v1', authentication) }),
} satisfies Deviation;
