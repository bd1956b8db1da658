import { headOf } from '../../changed-exchange.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-20',
  mistake: 'Refuses an object whose time equals If-Unmodified-Since, because it compares with "less".',
  caughtAs: 'expected 200, got 412',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], async (call, documented, perform) => {
      const modified = headerValue((await headOf(call, perform)) ?? [], 'Last-Modified');
      return documented(
        withHeaders(call, (headers) =>
          headers.map(([name, value]) =>
            /^if-unmodified-since$/i.test(name) && value === modified
              ? [name, new Date(0).toUTCString()]
              : [name, value],
          ),
        ),
      );
    }),
  }),
} satisfies Deviation;
