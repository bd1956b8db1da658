import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-16',
  mistake: 'Echoes every encryption header of an upload, including the data cipher, which it does not use with AES256.',
  caughtAs: 'expected x-oss-server-side-data-encryption: (none), got SM4',
  deviate: () => ({
    answer(answer, { operation, request }) {
      const name = 'x-oss-server-side-data-encryption';
      const asked = headerValue(request.headers, name);
      const isTold = headerValue(answer.headers, name) !== undefined;
      if (operation?.name !== 'PutObject' || answer.status !== 200 || asked === undefined || isTold) return answer;
      return { ...answer, headers: [...answer.headers, [name, asked]] };
    },
  }),
} satisfies Deviation;
