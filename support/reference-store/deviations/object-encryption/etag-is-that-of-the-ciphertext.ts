import { headerValue } from '../../http/store-request.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

/** A digest over other bytes. */
function otherDigest(etag: string): string {
  return etag.replaceAll(/[\dA-F]/g, (digit) => 'FEDCBA9876543210'[Number.parseInt(digit, 16)] ?? digit);
}

export default {
  clause: 'OBJ-25',
  mistake: 'Hashes what it writes, which is ciphertext; the ETag is the same in every answer.',
  caughtAs: 'expected the MD5 of the object as its ETag, got another MD5',
  alsoCaughtBy: {
    'GET-18': 'GET compares If-None-Match with that ETag without a rule, too',
    'GET-22': 'GET compares If-None-Match with that ETag without a rule, too',
    'OBJ-45': 'HEAD and If-Match compare with the MD5',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], (call, documented) =>
      documented(
        withHeaders(call, (headers) =>
          headers.map(([name, value]) => [name, /^if-none-match$/i.test(name) ? otherDigest(value) : value]),
        ),
      ),
    ),
    answer(answer, { operation }) {
      const isTold = ['PutObject', 'GetObject', 'HeadObject'].includes(operation?.name ?? '');
      const isEncrypted = headerValue(answer.headers, 'x-oss-server-side-encryption') !== undefined;
      if (!isTold || !isEncrypted) return answer;
      return {
        ...answer,
        headers: answer.headers.map(([name, value]) => [name, name === 'ETag' ? otherDigest(value) : value]),
      };
    },
  }),
} satisfies Deviation;
