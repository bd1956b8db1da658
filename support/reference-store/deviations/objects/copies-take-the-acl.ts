import { isCopy, atSource } from '../../changed-exchange.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import { headerValue } from '../../http/store-request.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'CPY-15',
  mistake: 'Copies the whole record of the source, its ACL included.',
  caughtAs: '"private" in /AccessControlPolicy/AccessControlList/Grant instead of "default"',
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented, perform) => {
      if (!isCopy(call) || headerValue(call.request.headers, 'x-oss-object-acl') !== undefined) return documented(call);
      const source = await perform('GetObjectACL', atSource(call));
      const text =
        !(source instanceof Refusal) && source.body instanceof Uint8Array ? Buffer.from(source.body).toString() : '';
      const acl = /<Grant>(.*)<\/Grant>/.exec(text)?.[1] ?? 'default';
      return documented(withHeaders(call, (headers) => [...headers, ['x-oss-object-acl', acl]]));
    }),
  }),
} satisfies Deviation;
