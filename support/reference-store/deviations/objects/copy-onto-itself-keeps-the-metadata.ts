import { without, isCopy, atSource, metadataOf } from '../../changed-exchange.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-08',
  mistake: 'Follows the directive COPY on a copy onto itself, so nothing changes.',
  caughtAs: 'with x-oss-meta-author: bob, got alice',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented, perform) => {
      const source = atSource(call);
      const directive = headerValue(call.request.headers, 'x-oss-metadata-directive');
      const isOntoItself = source.bucket === call.bucket && source.key === call.key;
      if (!isCopy(call) || !(directive === 'COPY' && isOntoItself)) return documented(call);
      const kept = await metadataOf(source, perform);
      return documented(withHeaders(call, (headers) => [...without(headers, /^x-oss-meta-/i), ...kept]));
    }),
  }),
} satisfies Deviation;
