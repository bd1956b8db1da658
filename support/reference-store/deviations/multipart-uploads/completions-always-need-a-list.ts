import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-39',
  mistake: 'Does not know x-oss-complete-all, and reads the empty body as a list of parts.',
  caughtAs: 'expected 200, got 400',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['CompleteMultipartUpload'], (headers) =>
      headerValue(headers, 'Content-Length') === '0' ? without(headers, /^x-oss-complete-all$/i) : headers,
    ),
  }),
} satisfies Deviation;
