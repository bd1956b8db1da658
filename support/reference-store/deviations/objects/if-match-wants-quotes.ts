import { changeRequestHeaders } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-17',
  mistake: 'Compares If-Match with the quoted ETag, so an ETag without quotes never matches.',
  caughtAs: 'expected 200, got 412',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['GetObject'], (headers) =>
      headers.map(([name, value]) =>
        /^if-match$/i.test(name) && !value.startsWith('"') ? [name, 'another'] : [name, value],
      ),
    ),
  }),
} satisfies Deviation;
