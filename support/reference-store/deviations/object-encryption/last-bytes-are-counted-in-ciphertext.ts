import { encryptionOf, replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

/** The tag that authenticates a segment and follows it. */
const tagBytes = 16;

export default {
  clause: 'OBJ-26',
  mistake: "Counts the last bytes of an encrypted object from the end of its file, which is behind the cipher's tag.",
  caughtAs: 'expected the Content-Range "bytes 99990-99999/100000", got bytes 99999-99999/100000',
  alsoCaughtBy: {
    'OBJ-42': 'it reads the last ten bytes',
    'OBJ-43': 'it reads a suffix longer than the object',
    'OBJ-49': 'it reads the last ten bytes of copies',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], async (call, documented, perform) => {
      if ((await encryptionOf(call, perform)) === null) return documented(call);
      return documented(
        withHeaders(call, (headers) =>
          headers.map(([name, value]) => [name, /^range$/i.test(name) ? nearerToTheEnd(value) : value]),
        ),
      );
    }),
  }),
} satisfies Deviation;

/** `bytes=-10` becomes the last byte, where the tag leaves nothing of it. */
function nearerToTheEnd(range: string): string {
  return range.replace(/^bytes=-(\d+)$/u, (_all, length: string) => `bytes=-${Math.max(1, Number(length) - tagBytes)}`);
}
