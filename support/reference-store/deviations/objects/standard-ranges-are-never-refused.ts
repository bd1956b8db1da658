import { without, sizeOf } from '../../changed-exchange.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'GET-16',
  mistake: 'Does not know x-oss-range-behavior where a range begins behind the object.',
  caughtAs: 'expected 416 InvalidRange, got 200',
  alsoCaughtBy: {
    'OBJ-43': 'it says the same of encrypted objects',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], async (call, documented, perform) => {
      const size = (await sizeOf(call, perform)) ?? 0;
      const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(headerValue(call.request.headers, 'Range') ?? '') ?? [];
      const isWrong = Number(first) >= size && last !== undefined;
      return isWrong
        ? documented(withHeaders(call, (headers) => without(headers, /^x-oss-range-behavior$/i)))
        : documented(call);
    }),
  }),
} satisfies Deviation;
