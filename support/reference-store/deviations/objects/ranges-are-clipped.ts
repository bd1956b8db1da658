import { withValue, sizeOf } from '../../changed-exchange.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-09',
  mistake: 'Clips a range to the object as S3 and RFC 9110 do.',
  caughtAs: 'expected 200, got 206',
  alsoCaughtBy: {
    'OBJ-43': 'it says the same of encrypted objects',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], async (call, documented, perform) => {
      const size = (await sizeOf(call, perform)) ?? 0;
      const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(headerValue(call.request.headers, 'Range') ?? '') ?? [];
      const isWrong = first !== undefined && Number(first) < size && Number(last) >= size;
      return isWrong
        ? documented(withHeaders(call, (headers) => withValue(headers, 'x-oss-range-behavior', 'standard')))
        : documented(call);
    }),
  }),
} satisfies Deviation;
