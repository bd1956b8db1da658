import { changeRequestHeaders, withValue, isCopy } from '../../changed-exchange.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-15',
  mistake: 'Checks whether x-oss-forbid-overwrite is present, but not its value.',
  caughtAs: 'expected the request to be accepted, got 409',
  deviate: ({ route }) => ({
    route: changeRequestHeaders(route, ['PutObject'], (headers, call) =>
      headerValue(headers, 'x-oss-forbid-overwrite') === 'false' && !isCopy(call)
        ? withValue(headers, 'x-oss-forbid-overwrite', 'true')
        : headers,
    ),
  }),
} satisfies Deviation;
