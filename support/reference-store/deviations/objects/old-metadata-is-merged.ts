import { isCopy, metadataOf } from '../../changed-exchange.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-06',
  mistake: 'Updates the record of an object on an upload, and keeps metadata that the upload does not name.',
  caughtAs: 'with x-oss-meta-year: (none), got 2025',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented, perform) => {
      if (isCopy(call)) return documented(call);
      const old = (await metadataOf(call, perform)).filter(
        ([name]) => headerValue(call.request.headers, name) === undefined,
      );
      return documented(withHeaders(call, (headers) => [...headers, ...old]));
    }),
  }),
} satisfies Deviation;
