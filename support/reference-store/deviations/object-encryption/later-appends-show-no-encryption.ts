import { queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-20',
  mistake: 'Answers an append with the encryption headers of its request, and later appends have none.',
  caughtAs: 'expected the header x-oss-server-side-encryption, got none',
  deviate: () => ({
    answer(answer, { operation, request }) {
      const isLater = operation?.name === 'AppendObject' && queryValue(request.query, 'position') !== '0';
      if (!isLater) return answer;
      return { ...answer, headers: answer.headers.filter(([name]) => !name.startsWith('x-oss-server-side')) };
    },
  }),
} satisfies Deviation;
