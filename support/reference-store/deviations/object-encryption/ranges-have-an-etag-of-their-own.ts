import { createHash } from 'node:crypto';
import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-44',
  mistake: 'Computes the ETag of what it has just decrypted, which is a part of the object.',
  caughtAs: 'expected the ETag of the upload as ETag, got another one',
  deviate: () => ({
    answer(answer, { operation }) {
      const isEncrypted = headerValue(answer.headers, 'x-oss-server-side-encryption') !== undefined;
      if (operation?.name !== 'GetObject' || answer.status !== 206 || !isEncrypted) return answer;
      const range = headerValue(answer.headers, 'Content-Range') ?? '';
      const etag = createHash('md5').update(range).digest('hex').toUpperCase();
      const headers = answer.headers.map(([name, value]): HeaderPair => [name, name === 'ETag' ? `"${etag}"` : value]);
      return { ...answer, headers };
    },
  }),
} satisfies Deviation;
