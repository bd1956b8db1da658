import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-17',
  mistake: 'Ignores an unknown ACL.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers) =>
      headerValue(headers, 'x-oss-object-acl') === 'public' ? without(headers, /^x-oss-object-acl$/i) : headers,
    ),
  }),
} satisfies Deviation;
