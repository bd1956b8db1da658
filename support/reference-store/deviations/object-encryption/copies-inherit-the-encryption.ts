import { atSource } from '../../changed-exchange.ts';
import { Refusal } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import { replaceOperations, withHeaders } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-18',
  mistake: 'Copies an object with all its properties, its encryption included.',
  caughtAs: 'expected x-oss-server-side-encryption: (none), got AES256',
  alsoCaughtBy: {
    'CPY-10': 'the source is looked up first, and one in a missing bucket is a missing object',
  },
  deviate: ({ route }) => ({
    route: replaceOperations(route, ['PutObject'], async (call, documented, perform) => {
      const readable = atSource(call);
      const isAsked = headerValue(call.request.headers, 'x-oss-server-side-encryption') !== undefined;
      if (readable === call || isAsked) return documented(call);
      const source = await perform('HeadObject', readable);
      if (source instanceof Refusal) return source;
      const inherited = source.headers.filter(([name]) => name.startsWith('x-oss-server-side'));
      return documented(withHeaders(call, (headers) => [...headers, ...inherited]));
    }),
  }),
} satisfies Deviation;
