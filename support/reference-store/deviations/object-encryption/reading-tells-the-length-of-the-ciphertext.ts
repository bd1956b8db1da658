import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-26',
  mistake: 'Announces the bytes on disk for a download under KMS with SM4, decrypts them, and sends fewer.',
  caughtAs:
    'expected a whole answer, got 200 with less of a body than its Content-Length of 1040 (timeout) to each of 3 tries of GET of an object, while ListBuckets was answered after each',
  alsoCaughtBy: {
    'OBJ-42': 'it reads objects under KMS with SM4',
    'OBJ-08': 'it reads such an object',
  },
  deviate: () => ({
    answer(answer, { operation }) {
      const isSm4 = headerValue(answer.headers, 'x-oss-server-side-data-encryption') === 'SM4';
      if (operation?.name !== 'GetObject' || answer.status !== 200 || !isSm4) return answer;
      const headers = answer.headers.map(([name, value]): HeaderPair => [
        name,
        name === 'Content-Length' ? String(Number(value) + 16) : value,
      ]);
      return { ...answer, headers };
    },
  }),
} satisfies Deviation;
