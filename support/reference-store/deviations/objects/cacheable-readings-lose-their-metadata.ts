import { changeAnswerHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-04',
  mistake: 'Serves cacheable objects from a cache that stores no user metadata.',
  caughtAs: 'expected the header x-oss-meta-author, got none',
  alsoCaughtBy: {
    'OBJ-44': 'its object has Cache-Control and metadata',
    'CPY-05': 'copies are read back with their metadata',
    'CPY-07': 'the source is read back with its metadata',
  },
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['GetObject'], (headers) =>
      headerValue(headers, 'Cache-Control') === 'no-cache' ? without(headers, /^x-oss-meta-/i) : headers,
    ),
  }),
} satisfies Deviation;
