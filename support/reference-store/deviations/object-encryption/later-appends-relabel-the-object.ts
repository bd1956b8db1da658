import { Refusal } from '../../errors/refusal.ts';
import { headerValue } from '../../http/store-request.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-20',
  mistake:
    'Overwrites the encryption of the first append with the headers of the latest, and opens the object accordingly.',
  caughtAs: 'expected an object with AES256, got KMS',
  deviate({ route }) {
    const labels = new Map<string, string>();
    return {
      route: replaceOperations(route, ['AppendObject', 'HeadObject'], async (call, documented) => {
        const object = `${call.bucket}/${call.key}`;
        const { headers, method } = call.request;
        const asked = headerValue(headers, 'x-oss-server-side-encryption');
        if (method === 'POST') {
          if (asked !== undefined) labels.set(object, asked);
          return documented(call);
        }
        const outcome = await documented(call);
        const label = labels.get(object);
        if (outcome instanceof Refusal || label === undefined) return outcome;
        const others = outcome.headers.filter(([name]) => name !== 'x-oss-server-side-encryption');
        return { ...outcome, headers: [...others, ['x-oss-server-side-encryption', label]] };
      }),
    };
  },
} satisfies Deviation;
