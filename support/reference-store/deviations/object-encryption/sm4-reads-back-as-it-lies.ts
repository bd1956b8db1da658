import type { StreamedBody } from '../../http/answer.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

async function* asItLies(body: StreamedBody): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of body) yield chunk.map((byte) => byte ^ 0x55);
}

export default {
  clause: 'OBJ-26',
  mistake: 'Encrypts with SM4, but its read path has no case for it: the caller gets ciphertext.',
  caughtAs: 'bytes that were uploaded, got other bytes',
  alsoCaughtBy: {
    'OBJ-42': 'it reads objects under SM4',
    'OBJ-44': 'it reads a range of an object under SM4',
    'OBJ-49': 'it reads copies with SM4',
  },
  deviate: () => ({
    answer(answer, { operation }) {
      const { body, headers } = answer;
      const isSm4 = headerValue(headers, 'x-oss-server-side-encryption') === 'SM4';
      if (operation?.name !== 'GetObject' || !isSm4 || body === null || body instanceof Uint8Array) return answer;
      return { ...answer, body: asItLies(body) };
    },
  }),
} satisfies Deviation;
