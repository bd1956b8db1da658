import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import { queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'APP-12',
  mistake: 'Reads x-oss-object-acl on the first append only.',
  caughtAs: '"default" in /AccessControlPolicy/AccessControlList/Grant instead of "private"',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['AppendObject'], (headers, { request }) =>
      queryValue(request.query, 'position') === '0' ? headers : without(headers, /^x-oss-object-acl$/i),
    ),
  }),
} satisfies Deviation;
