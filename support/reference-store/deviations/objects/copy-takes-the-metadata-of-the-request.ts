import { changeRequestHeaders, withValue } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-06',
  mistake: 'Uses the metadata of the request if there is any, whatever the directive says.',
  caughtAs: 'expected "b" with',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers) => {
      const names = headers.map(([name]) => name.toLowerCase());
      return names.some((name) => name.startsWith('x-oss-meta-')) &&
        headerValue(headers, 'x-oss-metadata-directive') === 'COPY'
        ? withValue(headers, 'x-oss-metadata-directive', 'REPLACE')
        : headers;
    }),
  }),
} satisfies Deviation;
