import { changeRequestHeaders, without } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-16',
  mistake: 'Treats every value of x-oss-forbid-overwrite except true as false.',
  caughtAs: 'expected a refusal, got 200',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers) =>
      /^(true|false)$/i.test(headerValue(headers, 'x-oss-forbid-overwrite') ?? 'false')
        ? headers
        : without(headers, /^x-oss-forbid-overwrite$/i),
    ),
  }),
} satisfies Deviation;
