import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-24',
  mistake: 'Serves ranges in separate code that ignores conditions.',
  caughtAs: 'expected 304, got 206',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['GetObject'], (headers) =>
      headerValue(headers, 'Range') === undefined ? headers : without(headers, /^if-/i),
    ),
  }),
} satisfies Deviation;
