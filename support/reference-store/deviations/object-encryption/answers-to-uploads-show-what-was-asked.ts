import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-08',
  mistake:
    "Echoes the encryption header of the upload, and shows nothing where the bucket's rule encrypted the object.",
  caughtAs: 'expected the header x-oss-server-side-encryption, got none',
  alsoCaughtBy: {
    'OBJ-47': 'a signed URL uploads under a rule',
    'OBJ-50': 'it expects the encryption in the answer to an upload under a rule',
    'OBJ-10': 'its uploads name no encryption',
  },
  deviate: () => ({
    answer(answer, { operation, request }) {
      const wasAsked = headerValue(request.headers, 'x-oss-server-side-encryption') !== undefined;
      if (operation?.name !== 'PutObject' || wasAsked) return answer;
      return { ...answer, headers: answer.headers.filter(([name]) => !name.startsWith('x-oss-server-side')) };
    },
  }),
} satisfies Deviation;
