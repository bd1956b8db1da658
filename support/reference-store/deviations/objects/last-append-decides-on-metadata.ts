import { without } from '../../changed-exchange.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import { queryValue } from '../../http/store-request.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'APP-11',
  mistake: 'Writes the metadata of every append into the record.',
  caughtAs: 'got text/plain',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['AppendObject'], async (call, documented, perform) => {
      const answer = await documented(call);
      const { headers } = call.request;
      const isLater = queryValue(call.request.query, 'position') !== '0';
      if (answer instanceof Refusal || !isLater || !headers.some(([name]) => /^x-oss-meta-/i.test(name))) return answer;
      const kept = without(headers, /^(?:content-md5|content-length)$/i);
      const copySource = `/${call.bucket}/${encodeURIComponent(call.key)}`;
      await perform(
        'PutObject',
        withHeaders(call, () => [...kept, ['x-oss-copy-source', copySource]]),
      );
      return answer;
    }),
  }),
} satisfies Deviation;
