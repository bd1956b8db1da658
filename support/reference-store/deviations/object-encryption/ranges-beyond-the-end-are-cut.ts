import { headerValue } from '../../http/store-request.ts';
import { encryptionOf, replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-43',
  mistake: 'Cuts a range at the end of an encrypted object as S3 does, and refuses one that begins there.',
  caughtAs: 'expected for "bytes=69990-70000" 200 and the whole object, got 206',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['GetObject'], async (call, documented, perform) => {
      const isRange = headerValue(call.request.headers, 'Range') !== undefined;
      if (!isRange || (await encryptionOf(call, perform)) === null) return documented(call);
      return documented(withHeaders(call, (headers) => [...headers, ['x-oss-range-behavior', 'standard']]));
    }),
  }),
} satisfies Deviation;
