import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-02',
  mistake: 'Stores an Expires only if it is a date.',
  caughtAs: 'expected the header Expires, got none',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers) =>
      (headerValue(headers, 'Expires') ?? 'GMT').endsWith('GMT') ? headers : without(headers, /^expires$/i),
    ),
  }),
} satisfies Deviation;
