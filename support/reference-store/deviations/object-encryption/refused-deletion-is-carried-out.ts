import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-06',
  mistake:
    'Deletes first and checks the headers when it writes the answer: the request is refused, but the object is gone.',
  caughtAs: 'expected the object, got 404 NoSuchKey',
  deviate: ({ objects, route }) => ({
    objects: {
      misplacedEncryption: (operation, headers) =>
        operation === 'DeleteObject' ? null : objects.misplacedEncryption(operation, headers),
    },
    route: replaceOperations(route, ['DeleteObject'], async (call, documented) => {
      const outcome = await documented(call);
      return objects.misplacedEncryption('DeleteObject', call.request.headers) ?? outcome;
    }),
  }),
} satisfies Deviation;
