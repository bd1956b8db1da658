import type { StreamedBody } from '../../http/answer.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

const blockBytes = 65_536;

async function* wrongBehindTheBorder(body: StreamedBody, first: number): AsyncGenerator<Uint8Array, void, undefined> {
  const border = blockBytes - (first % blockBytes);
  let at = 0;
  for await (const chunk of body) {
    const start = at;
    at += chunk.length;
    yield chunk.map((byte, index) => (start + index < border ? byte : byte ^ 0x55));
  }
}

export default {
  clause: 'OBJ-26',
  mistake: 'Computes the counter for the first 64 KiB block of a range, but not for the next.',
  caughtAs: 'expected the 2 bytes that were uploaded, got other bytes',
  alsoCaughtBy: {
    'OBJ-42': 'it reads ranges across the first 64 KiB',
    'OBJ-49': 'it reads a range across the first 64 KiB',
  },
  deviate: () => ({
    answer(answer, { operation }) {
      const { body, headers, status } = answer;
      const isEncrypted = headerValue(headers, 'x-oss-server-side-encryption') !== undefined;
      const isRange = operation?.name === 'GetObject' && status === 206;
      if (!isRange || !isEncrypted || body === null || body instanceof Uint8Array) return answer;
      const first = /^bytes (\d+)-/.exec(headerValue(headers, 'Content-Range') ?? '')?.[1] ?? '0';
      return { ...answer, body: wrongBehindTheBorder(body, Number(first)) };
    },
  }),
} satisfies Deviation;
