import { changeRequestHeaders, withValue } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-21',
  mistake: 'Reads a date with a library that takes the month 13 for January of the next year.',
  caughtAs: 'expected 200, got 304',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['GetObject'], (headers) => {
      const fields = /^(\d{4})-(\d\d)-(\d\d)T/.exec(headerValue(headers, 'If-Modified-Since') ?? '');
      if (fields === null) return headers;
      const [, year, month, day] = fields;
      const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
      return withValue(headers, 'If-Modified-Since', date.toUTCString());
    }),
  }),
} satisfies Deviation;
