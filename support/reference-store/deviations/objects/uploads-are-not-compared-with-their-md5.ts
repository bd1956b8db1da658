import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-10',
  mistake: 'Stores the Content-MD5 of an upload without comparing it with the body.',
  caughtAs: 'expected 400 InvalidDigest, got 200',
  alsoCaughtBy: {
    'OBJ-27': 'it says the same of buckets with a rule',
  },
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers, call) =>
      /^[A-Za-z0-9+/]{22}==$/.test(headerValue(call.request.headers, 'Content-MD5') ?? '')
        ? without(headers, /^content-md5$/i)
        : headers,
    ),
  }),
} satisfies Deviation;
