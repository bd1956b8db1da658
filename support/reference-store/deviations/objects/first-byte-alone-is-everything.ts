import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-07',
  mistake: 'Reads 0 as the last byte as "not given", so bytes=0-0 is the whole object.',
  caughtAs: 'expected Content-Length: 1, got 1000',
  alsoCaughtBy: {
    'OBJ-26': 'it reads the first byte alone',
    'OBJ-42': 'it reads the first byte alone',
    'OBJ-49': 'it reads the first byte of copies alone',
  },
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['GetObject'], (headers) =>
      headerValue(headers, 'Range') === 'bytes=0-0' ? without(headers, /^range$/i) : headers,
    ),
  }),
} satisfies Deviation;
