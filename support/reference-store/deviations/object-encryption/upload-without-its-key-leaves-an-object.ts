import { Refusal } from '../../errors/refusal.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-24',
  mistake: 'Creates the object before it requests the key, and leaves an empty object where there is no key.',
  caughtAs: 'expected no such object, got 200',
  alsoCaughtBy: { 'OBJ-30': 'the key that its upload names does not exist either' },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented) => {
      const outcome = await documented(call);
      const isKeyless = outcome instanceof Refusal && outcome.code === 'KeyNotFound';
      // The body is read already; what is left is the object without its bytes.
      const aes256 = withHeaders(call, () => [
        ['x-oss-server-side-encryption', 'AES256'],
        ['Content-Length', '0'],
      ]);
      if (isKeyless) await documented(aes256);
      return outcome;
    }),
  }),
} satisfies Deviation;
