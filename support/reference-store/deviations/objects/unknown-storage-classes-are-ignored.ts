import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'META-15',
  mistake: 'Has one storage class and ignores x-oss-storage-class.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject', 'AppendObject'], (headers) =>
      headerValue(headers, 'x-oss-storage-class') === 'test' ? without(headers, /^x-oss-storage-class$/i) : headers,
    ),
  }),
} satisfies Deviation;
