import type { HeaderPair } from '../../http/store-request.ts';
import { Refusal } from '../../errors/refusal.ts';
import { encryptionOf, replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-46',
  mistake: "Answers GetObjectMeta from the file on the disk, whose length includes the cipher's 16-byte tag.",
  caughtAs: 'expected a Content-Length of 300000, got 300016',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObjectMeta'], async (call, documented, perform) => {
      const outcome = await documented(call);
      if (outcome instanceof Refusal || (await encryptionOf(call, perform)) === null) return outcome;
      const headers = outcome.headers.map(([name, value]): HeaderPair => [
        name,
        name === 'Content-Length' ? String(Number(value) + 16) : value,
      ]);
      return { ...outcome, headers };
    }),
  }),
} satisfies Deviation;
