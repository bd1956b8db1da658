import { encryptionOf, replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-26',
  mistake: 'Can decrypt an object only from its start, and sends all of it where a range is requested.',
  caughtAs: 'expected 206, got 200',
  alsoCaughtBy: {
    'OBJ-42': 'it reads ranges',
    'OBJ-43': 'with the standard behaviour it reads a range',
    'OBJ-44': 'it reads ranges',
    'OBJ-45': 'it reads a range on a condition',
    'OBJ-47': 'a signed URL reads a range',
    'OBJ-49': 'it reads ranges of copies',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], async (call, documented, perform) => {
      if ((await encryptionOf(call, perform)) === null) return documented(call);
      return documented(withHeaders(call, (headers) => headers.filter(([name]) => !/^range$/i.test(name))));
    }),
  }),
} satisfies Deviation;
