import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-15',
  mistake: 'Keeps the wrapped data key in the place of the metadata, and what the user put there is gone.',
  caughtAs: 'expected x-oss-meta-author: alice, got none',
  deviate: () => ({
    answer(answer) {
      const isEncrypted = headerValue(answer.headers, 'x-oss-server-side-encryption') !== undefined;
      if (!isEncrypted) return answer;
      return { ...answer, headers: answer.headers.filter(([name]) => !name.startsWith('x-oss-meta-')) };
    },
  }),
} satisfies Deviation;
