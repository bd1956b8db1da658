import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-04',
  mistake: 'Reads x-oss-storage-class of uploads in one piece only.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['InitiateMultipartUpload'], (headers) =>
      headerValue(headers, 'x-oss-storage-class') === 'test' ? without(headers, /^x-oss-storage-class$/i) : headers,
    ),
  }),
} satisfies Deviation;
