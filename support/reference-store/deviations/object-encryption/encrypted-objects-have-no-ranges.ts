import { encryptionOf, replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-26',
  mistake: 'Can decrypt an object only from its start, and sends all of it where a range is requested.',
  caughtAs: 'expected 206, got 200',
  alsoCaughtBy: {
    'OBJ-42': 'its scenarios use the call that this mistake changes',
    'OBJ-43': 'its scenarios use the call that this mistake changes',
    'OBJ-44': 'its scenarios use the call that this mistake changes',
    'OBJ-45': 'its scenarios use the call that this mistake changes',
    'OBJ-47': 'its scenarios use the call that this mistake changes',
    'OBJ-49': 'its scenarios use the call that this mistake changes',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], async (call, documented, perform) => {
      if ((await encryptionOf(call, perform)) === null) return documented(call);
      return documented(withHeaders(call, (headers) => headers.filter(([name]) => !/^range$/i.test(name))));
    }),
  }),
} satisfies Deviation;
