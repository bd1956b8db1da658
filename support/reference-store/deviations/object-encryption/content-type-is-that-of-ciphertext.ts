import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-15',
  mistake: "Detects an object's type from its bytes on disk, and ciphertext is application/octet-stream.",
  caughtAs: 'expected Content-Type: text/plain, got application/octet-stream',
  deviate: () => ({
    answer(answer) {
      const isEncrypted = headerValue(answer.headers, 'x-oss-server-side-encryption') !== undefined;
      if (!isEncrypted) return answer;
      const headers = answer.headers.map(([name, value]): HeaderPair => [
        name,
        name === 'Content-Type' && value !== 'application/xml' ? 'application/octet-stream' : value,
      ]);
      return { ...answer, headers };
    },
  }),
} satisfies Deviation;
