import { Refusal } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import { encryptionOf, replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-26',
  mistake: 'Treats an object without ciphertext as damaged when it decrypts.',
  caughtAs: 'expected the object, got 500 InternalError',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], async (call, documented, perform) => {
      const head = await perform(
        'HeadObject',
        withHeaders(call, () => []),
      );
      const isEmpty = !(head instanceof Refusal) && headerValue(head.headers, 'Content-Length') === '0';
      if (!isEmpty || (await encryptionOf(call, perform)) === null) return documented(call);
      return new Refusal({ status: 500, code: 'InternalError', message: 'We encountered an internal error.' });
    }),
  }),
} satisfies Deviation;
