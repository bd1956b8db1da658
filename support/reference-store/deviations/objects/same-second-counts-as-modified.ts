import { headOf } from '../../changed-exchange.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-19',
  mistake: 'Sends an object whose time equals If-Modified-Since, because it compares with "greater or equal".',
  caughtAs: 'expected 304, got 200',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], async (call, documented, perform) => {
      const modified = headerValue((await headOf(call, perform)) ?? [], 'Last-Modified');
      return documented(
        withHeaders(call, (headers) =>
          headers.filter(([name, value]) => !/^if-modified-since$/i.test(name) || value !== modified),
        ),
      );
    }),
  }),
} satisfies Deviation;
