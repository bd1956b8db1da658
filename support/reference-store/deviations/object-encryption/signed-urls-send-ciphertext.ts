import { headerValue, queryValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';
import { decryptedWrong } from '../../wrong-decryption.ts';

export default {
  clause: 'OBJ-47',
  mistake: 'Serves signed URLs from the disk as a web server does, without decrypting.',
  caughtAs: 'expected the whole object, got 1024 bytes that are not it',
  deviate: () => ({
    answer(answer, { operation, request: { query } }) {
      const isUrl = (queryValue(query, 'Signature') ?? queryValue(query, 'x-oss-signature')) !== undefined;
      const isEncrypted = headerValue(answer.headers, 'x-oss-server-side-encryption') !== undefined;
      return operation?.name === 'GetObject' && isUrl && isEncrypted ? decryptedWrong(answer, () => true) : answer;
    },
  }),
} satisfies Deviation;
