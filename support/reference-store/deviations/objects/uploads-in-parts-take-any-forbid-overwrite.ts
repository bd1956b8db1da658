import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-16',
  mistake: 'Checks the value of x-oss-forbid-overwrite in PutObject only, and otherwise takes any but true for false.',
  caughtAs: 'expected a refusal, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['InitiateMultipartUpload', 'CompleteMultipartUpload'], (headers) =>
      headerValue(headers, 'x-oss-forbid-overwrite') === 'true'
        ? headers
        : without(headers, /^x-oss-forbid-overwrite$/i),
    ),
  }),
} satisfies Deviation;
