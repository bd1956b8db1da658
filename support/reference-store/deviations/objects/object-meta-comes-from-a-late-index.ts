import { replaceOperations } from '../../operation-replacement.ts';
import { queryValue } from '../../http/store-request.ts';
import { noSuchKey } from '../../objects/refusals.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-07',
  mistake: 'Answers GetObjectMeta from an index that is updated when an object is first read.',
  caughtAs: 'expected the request to be accepted, got 404',
  deviate({ route }) {
    const indexed = new Set<string>();
    return {
      route: replaceOperations(route, ['GetObject', 'HeadObject', 'GetObjectMeta'], (call, documented) => {
        const name = `${call.bucket}/${call.key}`;
        const isMeta = call.request.method === 'HEAD' && queryValue(call.request.query, 'objectMeta') !== undefined;
        if (isMeta && !indexed.has(name)) return noSuchKey(call.key);
        indexed.add(name);
        return documented(call);
      }),
    };
  },
} satisfies Deviation;
