import { changeAnswerHeaders, withValue } from '../../changed-exchange.ts';
import { headerValue, queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'APP-03',
  mistake: 'Adds one to the size for the next position.',
  caughtAs: 'expected x-oss-next-append-position: 6, got 7',
  deviate: ({ route }) => ({
    route: changeAnswerHeaders(route, ['AppendObject'], (headers, _answer, { request }) => {
      const next = Number(headerValue(headers, 'x-oss-next-append-position'));
      const position = Number(queryValue(request.query, 'position'));
      return position > 0 && next !== position
        ? withValue(headers, 'x-oss-next-append-position', String(next + 1))
        : headers;
    }),
  }),
} satisfies Deviation;
