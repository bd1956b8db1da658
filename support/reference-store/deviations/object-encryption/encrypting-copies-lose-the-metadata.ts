import { headerValue } from '../../http/store-request.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-48',
  mistake: 'Encrypts a copy as a new upload of the decrypted bytes, and forgets what else the source had.',
  caughtAs: 'expected the header Cache-Control, got none',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) => {
      const { headers } = call.request;
      const isCopy = headerValue(headers, 'x-oss-copy-source') !== undefined;
      if (!isCopy || headerValue(headers, 'x-oss-server-side-encryption') === undefined) return documented(call);
      return documented(withHeaders(call, (sent) => [...sent, ['x-oss-metadata-directive', 'REPLACE']]));
    }),
  }),
} satisfies Deviation;
