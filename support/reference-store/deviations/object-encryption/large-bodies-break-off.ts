import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

const killedAfter = 8 * 1024 * 1024;

export default {
  clause: 'OBJ-26',
  mistake:
    'Gives the download of an encrypted object too little memory, and the worker is killed in the middle of a large one.',
  caughtAs:
    'expected a whole answer, got 200 with less of a body than its Content-Length of 67108864 (reset) to each of 3 tries of GET of an object, while ListBuckets was answered after each',
  deviate: () => ({
    answer(answer, { operation }) {
      const isEncrypted = headerValue(answer.headers, 'x-oss-server-side-encryption') !== undefined;
      const isLarge = Number(headerValue(answer.headers, 'Content-Length')) > killedAfter;
      if (operation?.name !== 'GetObject' || !isEncrypted || !isLarge) return answer;
      return { ...answer, delivery: { cutAfter: killedAfter } };
    },
  }),
} satisfies Deviation;
