import { buffer } from 'node:stream/consumers';
import { Refusal } from '../../errors/refusal.ts';
import type { StreamedBody } from '../../http/answer.ts';
import { replaceOperations } from '../../operation-replacement.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PUT-19',
  mistake: 'Writes every upload to one file of that name as it arrives, so that two writers at once mix their bytes.',
  caughtAs: 'expected what one writer sent, and nothing else, got other bytes',
  deviate({ route }) {
    const uploading = new Map<string, number>();
    const mixed = new Set<string>();
    return {
      route: replaceOperations(route, ['PutObject', 'GetObject'], async (call, documented) => {
        const name = `${call.bucket}/${call.key}`;
        if (call.request.method === 'GET') {
          const answer = await documented(call);
          if (answer instanceof Refusal || answer.body === null || !mixed.has(name)) return answer;
          return { ...answer, body: swapEnds(answer.body) };
        }
        const others = uploading.get(name) ?? 0;
        uploading.set(name, others + 1);
        if (others > 0) mixed.add(name);
        return documented(call).finally(() => uploading.set(name, (uploading.get(name) ?? 1) - 1));
      }),
    };
  },
} satisfies Deviation;

/** The same bytes in another order. They are read only when the answer is sent. */
async function* swapEnds(body: Uint8Array | StreamedBody): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = body instanceof Uint8Array ? body : await buffer(body);
  const middle = Math.floor(bytes.length / 2);
  yield bytes.subarray(middle);
  yield bytes.subarray(0, middle);
}
