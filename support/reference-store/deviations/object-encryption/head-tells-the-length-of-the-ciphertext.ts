import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-26',
  mistake: "Reports in HEAD the bytes on disk, which include the cipher's 16-byte tag.",
  caughtAs: 'expected Content-Length: 1024, got 1040',
  alsoCaughtBy: {
    'OBJ-46': 'it reads the size from HEAD, too',
  },
  deviate: () => ({
    answer(answer, { operation }) {
      const isEncrypted = headerValue(answer.headers, 'x-oss-server-side-encryption') !== undefined;
      if (operation?.name !== 'HeadObject' || !isEncrypted) return answer;
      const headers = answer.headers.map(([name, value]): HeaderPair => [
        name,
        name === 'Content-Length' ? String(Number(value) + 16) : value,
      ]);
      return { ...answer, headers };
    },
  }),
} satisfies Deviation;
