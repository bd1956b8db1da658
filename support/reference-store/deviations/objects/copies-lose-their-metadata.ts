import { changeRequestHeaders, isCopy } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-05',
  mistake: 'Copies the bytes and leaves the metadata behind unless the request names it.',
  caughtAs: 'expected "b" with Content-Type: text/css, got',
  alsoCaughtBy: {
    'OBJ-48': 'it says the same of copies that change the encryption',
  },
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers, call) => {
      const isSilent = headerValue(headers, 'x-oss-metadata-directive') === undefined;
      return isCopy(call) && isSilent ? [...headers, ['x-oss-metadata-directive', 'REPLACE']] : headers;
    }),
  }),
} satisfies Deviation;
