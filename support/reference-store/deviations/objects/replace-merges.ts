import { isCopy, atSource, metadataOf } from '../../changed-exchange.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-07',
  mistake: 'Merges the metadata of the request into that of the source.',
  caughtAs: 'expected "b" with',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented, perform) => {
      const source = atSource(call);
      const directive = headerValue(call.request.headers, 'x-oss-metadata-directive');
      const isOntoItself = source.bucket === call.bucket && source.key === call.key;
      if (!isCopy(call) || !(directive === 'REPLACE' && !isOntoItself)) return documented(call);
      const kept = await metadataOf(source, perform);
      return documented(
        withHeaders(call, (headers) => [
          ...kept.filter(([name]) => headerValue(headers, name) === undefined),
          ...headers,
        ]),
      );
    }),
  }),
} satisfies Deviation;
