import { isCopy, atSource, metadataOf } from '../../changed-exchange.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-09',
  mistake: 'Keeps the metadata when an object is copied onto itself without any, to protect the client.',
  caughtAs: 'with Cache-Control: (none), got no-cache',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented, perform) => {
      const source = atSource(call);
      const directive = headerValue(call.request.headers, 'x-oss-metadata-directive');
      const isOntoItself = source.bucket === call.bucket && source.key === call.key;
      if (
        !isCopy(call) ||
        !(directive === undefined && isOntoItself && !call.request.headers.some(([name]) => /^x-oss-meta-/i.test(name)))
      )
        return documented(call);
      const kept = await metadataOf(source, perform);
      return documented(withHeaders(call, (headers) => [...headers, ...kept]));
    }),
  }),
} satisfies Deviation;
