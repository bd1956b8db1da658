import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'MPU-40',
  mistake: 'Takes the list where a completion has both, since it is the more exact one.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['CompleteMultipartUpload'], (headers) =>
      headerValue(headers, 'Content-Length') === '0' ? headers : without(headers, /^x-oss-complete-all$/i),
    ),
  }),
} satisfies Deviation;
