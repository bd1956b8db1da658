import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-16',
  mistake:
    'Treats a request with an unreadable copy source as an upload, and overwrites the target with an empty object.',
  caughtAs: 'got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers) =>
      /^\/[^/]+\/./.test(headerValue(headers, 'x-oss-copy-source') ?? '/b/k')
        ? headers
        : without(headers, /^x-oss-copy-source$/i),
    ),
  }),
} satisfies Deviation;
