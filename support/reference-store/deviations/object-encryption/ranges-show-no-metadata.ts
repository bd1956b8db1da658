import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-44',
  mistake: 'Sends a range of an encrypted object from its decrypting cache, which holds no user metadata.',
  caughtAs: 'expected the header x-oss-meta-author, got none',
  deviate: () => ({
    answer(answer, { operation }) {
      const isEncrypted = headerValue(answer.headers, 'x-oss-server-side-encryption') !== undefined;
      if (operation?.name !== 'GetObject' || answer.status !== 206 || !isEncrypted) return answer;
      return { ...answer, headers: answer.headers.filter(([name]) => !name.startsWith('x-oss-meta-')) };
    },
  }),
} satisfies Deviation;
