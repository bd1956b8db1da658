import { changeRequestHeaders } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-18',
  mistake: 'Compares If-None-Match with the quoted ETag only.',
  caughtAs: 'expected 304, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['GetObject'], (headers) =>
      headers.filter(([name, value]) => !/^if-none-match$/i.test(name) || value.startsWith('"')),
    ),
  }),
} satisfies Deviation;
