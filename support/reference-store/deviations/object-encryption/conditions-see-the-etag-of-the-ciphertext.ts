import { headerValue } from '../../http/store-request.ts';
import { encryptionOf, replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-45',
  mistake: 'Compares If-Match with the MD5 of the encrypted bytes, which no caller has ever seen.',
  caughtAs: 'expected 200, got 412',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], async (call, documented, perform) => {
      const isConditional = headerValue(call.request.headers, 'If-Match') !== undefined;
      if (!isConditional || (await encryptionOf(call, perform)) === null) return documented(call);
      return documented(
        withHeaders(call, (headers) =>
          headers.map(([name, value]) => [name, /^if-match$/i.test(name) ? `"of the ciphertext"` : value]),
        ),
      );
    }),
  }),
} satisfies Deviation;
