import { encryptionOf, replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-45',
  mistake: 'Keeps no ETag of encrypted objects, so a conditional GET always sends the object.',
  caughtAs: 'expected 304, got 200',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], async (call, documented, perform) => {
      if ((await encryptionOf(call, perform)) === null) return documented(call);
      return documented(withHeaders(call, (headers) => headers.filter(([name]) => !/^if-/i.test(name))));
    }),
  }),
} satisfies Deviation;
