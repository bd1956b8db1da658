import { changeAnswerHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-02',
  mistake: 'Does not store the default type, and so has none to send.',
  caughtAs: 'expected the header Content-Type, got none',
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['GetObject'], (headers) =>
      headerValue(headers, 'Content-Type') === 'application/octet-stream'
        ? without(headers, /^content-type$/i)
        : headers,
    ),
  }),
} satisfies Deviation;
