import { changeRequestHeaders } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-11',
  mistake: 'Decodes a Content-MD5 with a library that skips what is not base64.',
  caughtAs: 'expected 400 InvalidDigest, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers) =>
      headers.map(([name, value]) => [
        name,
        /^content-md5$/i.test(name) ? Buffer.from(value, 'base64').toString('base64') : value,
      ]),
    ),
  }),
} satisfies Deviation;
