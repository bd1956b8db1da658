import { changeAuthorization } from '../../signature-deviations.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-50',
  mistake: 'Splits the V1 credential at every colon and uses the first two parts.',
  caughtAs: 'got 204',
  deviate: ({ authentication }) => ({
    authentication: changeAuthorization(authentication, (text) => text.replace(/^(OSS [^:]*:[^:]*):.*$/, '$1')),
  }),
} satisfies Deviation;
