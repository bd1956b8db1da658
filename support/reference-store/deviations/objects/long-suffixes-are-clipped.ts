import { withValue, sizeOf } from '../../changed-exchange.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-12',
  mistake: 'Answers a suffix that is longer than the object with 206 and the whole object.',
  caughtAs: 'expected 200, got 206',
  alsoCaughtBy: {
    'OBJ-43': 'it says the same of encrypted objects',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], async (call, documented, perform) => {
      const size = (await sizeOf(call, perform)) ?? 0;
      const suffix = /^bytes=-(\d+)$/.exec(headerValue(call.request.headers, 'Range') ?? '')?.[1];
      if (suffix === undefined || Number(suffix) <= size) return documented(call);
      return documented(withHeaders(call, (headers) => withValue(headers, 'Range', 'bytes=0-')));
    }),
  }),
} satisfies Deviation;
