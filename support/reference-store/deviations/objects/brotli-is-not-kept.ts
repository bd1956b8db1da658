import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-01',
  mistake: 'Stores only the encodings that its own web server knows.',
  caughtAs: 'expected the header Content-Encoding, got none',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers) =>
      headerValue(headers, 'Content-Encoding') === 'br' ? without(headers, /^content-encoding$/i) : headers,
    ),
  }),
} satisfies Deviation;
