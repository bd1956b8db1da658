import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-11',
  mistake: 'Compares a Content-MD5 only if it can be decoded.',
  caughtAs: 'expected 400 InvalidDigest, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers, call) =>
      /^[A-Za-z0-9+/]{22}==$/.test(headerValue(call.request.headers, 'Content-MD5') ?? '')
        ? headers
        : without(headers, /^content-md5$/i),
    ),
  }),
} satisfies Deviation;
