import { changeRequestHeaders, without, isCopy } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-14',
  mistake: 'Does not know x-oss-forbid-overwrite, because S3 has no such header.',
  caughtAs: 'expected 409 FileAlreadyExists, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers, call) =>
      headerValue(headers, 'x-oss-forbid-overwrite') === 'true' && !isCopy(call)
        ? without(headers, /^x-oss-forbid-overwrite$/i)
        : headers,
    ),
  }),
} satisfies Deviation;
