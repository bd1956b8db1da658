import { without, sizeOf } from '../../changed-exchange.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-15',
  mistake: 'Does not know x-oss-range-behavior where a range ends behind the object.',
  caughtAs: 'expected 206, got 200',
  alsoCaughtBy: {
    'OBJ-43': 'it says the same of encrypted objects',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], async (call, documented, perform) => {
      const size = (await sizeOf(call, perform)) ?? 0;
      const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(headerValue(call.request.headers, 'Range') ?? '') ?? [];
      const isWrong = Number(first) < size && Number(last) >= size;
      return isWrong
        ? documented(withHeaders(call, (headers) => without(headers, /^x-oss-range-behavior$/i)))
        : documented(call);
    }),
  }),
} satisfies Deviation;
