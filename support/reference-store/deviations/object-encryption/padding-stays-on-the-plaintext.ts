import type { StreamedBody } from '../../http/answer.ts';
import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

const blockBytes = 16;

async function* padded(body: StreamedBody, padding: number): AsyncGenerator<Uint8Array, void, undefined> {
  yield* body;
  yield new Uint8Array(padding).fill(padding);
}

export default {
  clause: 'OBJ-26',
  mistake: 'Decrypts block by block and does not remove the padding, so objects grow to a multiple of 16 bytes.',
  caughtAs: 'expected a Content-Length of 1, got 16',
  deviate: () => ({
    answer(answer, { operation }) {
      const { body, headers, status } = answer;
      const isEncrypted = headerValue(headers, 'x-oss-server-side-encryption') !== undefined;
      const length = Number(headerValue(headers, 'Content-Length'));
      const padding = (blockBytes - (length % blockBytes)) % blockBytes;
      if (operation?.name !== 'GetObject' || status !== 200 || !isEncrypted || padding === 0) return answer;
      const longer = headers.map(([name, value]): HeaderPair => [
        name,
        name === 'Content-Length' ? String(length + padding) : value,
      ]);
      return {
        ...answer,
        headers: longer,
        body: body === null || body instanceof Uint8Array ? body : padded(body, padding),
      };
    },
  }),
} satisfies Deviation;
