import type { StreamedBody } from '../../http/answer.ts';
import { headerValue } from '../../http/store-request.ts';
import type { HeaderPair } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

async function* cutOff(body: StreamedBody, length: number): AsyncGenerator<Uint8Array, void, undefined> {
  let left = length;
  for await (const chunk of body) {
    yield chunk.subarray(0, left);
    left = Math.max(left - chunk.length, 0);
  }
}

export default {
  clause: 'OBJ-26',
  mistake: 'Subtracts the 16-byte tag from the length of a KMS object, which is already that of the plaintext.',
  caughtAs: 'expected a Content-Length of 1024, got 1008',
  alsoCaughtBy: {
    'OBJ-42': 'it reads objects with KMS',
    'OBJ-43': 'it gets a whole object under a KMS rule',
    'OBJ-49': 'it reads copies with KMS',
    'OBJ-50': 'it reads objects with KMS',
  },
  deviate: () => ({
    answer(answer, { operation }) {
      const { body, headers, status } = answer;
      const isKms = headerValue(headers, 'x-oss-server-side-encryption') === 'KMS';
      const length = Number(headerValue(headers, 'Content-Length'));
      if (operation?.name !== 'GetObject' || status !== 200 || !isKms || length < 16) return answer;
      const shorter = headers.map(([name, value]): HeaderPair => [
        name,
        name === 'Content-Length' ? String(length - 16) : value,
      ]);
      return {
        ...answer,
        headers: shorter,
        body: body === null || body instanceof Uint8Array ? body : cutOff(body, length - 16),
      };
    },
  }),
} satisfies Deviation;
