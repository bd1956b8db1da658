import { encryptionOf, replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-43',
  mistake: 'Reads ranges of encrypted objects in a handler that does not know x-oss-range-behavior.',
  caughtAs: 'expected 206, got 200',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], async (call, documented, perform) => {
      if ((await encryptionOf(call, perform)) === null) return documented(call);
      return documented(withHeaders(call, (headers) => headers.filter(([name]) => name !== 'x-oss-range-behavior')));
    }),
  }),
} satisfies Deviation;
