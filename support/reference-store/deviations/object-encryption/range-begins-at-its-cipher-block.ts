import { Refusal } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import { encryptionOf, replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-26',
  mistake: 'Starts a range of an encrypted object at its 16-byte cipher block instead of the requested byte.',
  caughtAs: 'bytes that were uploaded, got other bytes',
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
      const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headerValue(call.request.headers, 'Range') ?? '') ?? [];
      if (first === undefined || last === undefined || (await encryptionOf(call, perform)) === null)
        return documented(call);
      const early = Number(first) % 16;
      const shifted = `bytes=${Number(first) - early}-${Number(last) - early}`;
      const outcome = await documented(withHeaders(call, () => [['Range', shifted]]));
      if (outcome instanceof Refusal) return outcome;
      const headers = outcome.headers.map(([name, value]): HeaderPair => [
        name,
        name === 'Content-Range' ? value.replace(/\d+-\d+/, `${first}-${last}`) : value,
      ]);
      return { ...outcome, headers };
    }),
  }),
} satisfies Deviation;
