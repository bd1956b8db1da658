import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-14',
  mistake: 'Reads a request without Content-Length as one without a body, as HTTP does.',
  caughtAs: 'MalformedXML',
  deviate: () => ({ body: { framing: () => null } }),
} satisfies Deviation;
