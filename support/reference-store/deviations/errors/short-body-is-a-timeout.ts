import type { Deviation } from '../../deviation.ts';
import { requestTimeout } from '../../http/body-behaviour.ts';

export default {
  clause: 'ENV-15',
  mistake: 'Tells a caller who stopped sending that the request was too slow.',
  caughtAs: 'RequestTimeout',
  deviate: () => ({ body: { broken: () => requestTimeout() } }),
} satisfies Deviation;
