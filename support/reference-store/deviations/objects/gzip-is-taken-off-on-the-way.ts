import { changeAnswerHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-03',
  mistake: 'Is behind a proxy that decompresses bodies and removes the header.',
  caughtAs: 'expected the header Content-Encoding, got none',
  alsoCaughtBy: { 'GET-01': 'an answer that the store itself compressed loses the header, too' },
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['GetObject'], (headers) =>
      headerValue(headers, 'Content-Encoding') === 'gzip' ? without(headers, /^content-encoding$/i) : headers,
    ),
  }),
} satisfies Deviation;
