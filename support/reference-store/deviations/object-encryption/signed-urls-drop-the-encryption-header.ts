import { queryValue } from '../../http/store-request.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-47',
  mistake: 'Takes no header of a request with a signed URL for part of it, although the signature covers them.',
  caughtAs: 'expected the header x-oss-server-side-encryption, got none',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], (call, documented) => {
      const { query } = call.request;
      const isUrl = (queryValue(query, 'Signature') ?? queryValue(query, 'x-oss-signature')) !== undefined;
      if (!isUrl) return documented(call);
      return documented(withHeaders(call, (headers) => headers.filter(([name]) => !/^x-oss-server-side-/i.test(name))));
    }),
  }),
} satisfies Deviation;
