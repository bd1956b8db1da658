import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-15',
  mistake: 'Stores the wrapped data key where the user metadata belongs, and the metadata is lost.',
  caughtAs: 'expected the header x-oss-meta-author, got none',
  alsoCaughtBy: {
    'OBJ-44': 'it looks for the metadata of an encrypted object',
    'OBJ-48': 'its copies are encrypted and must keep their metadata',
  },
  deviate: () => ({
    answer(answer) {
      const isEncrypted = headerValue(answer.headers, 'x-oss-server-side-encryption') !== undefined;
      if (!isEncrypted) return answer;
      return { ...answer, headers: answer.headers.filter(([name]) => !name.startsWith('x-oss-meta-')) };
    },
  }),
} satisfies Deviation;
