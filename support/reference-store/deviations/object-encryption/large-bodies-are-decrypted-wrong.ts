import type { StreamedBody } from '../../http/answer.ts';
import { headerValue } from '../../http/store-request.ts';
import type { Deviation } from '../../deviation.ts';

const blockBytes = 65_536;

async function* wronglyDecrypted(body: StreamedBody, first: number): AsyncGenerator<Uint8Array, void, undefined> {
  let at = first;
  for await (const chunk of body) {
    const start = at;
    at += chunk.length;
    yield chunk.map((byte, index) => (start + index < blockBytes ? byte : byte ^ 0x55));
  }
}

export default {
  clause: 'OBJ-26',
  mistake:
    'Starts every 64 KiB block of an encrypted object with the counter of the first, so larger objects come back as noise.',
  caughtAs: 'bytes that were uploaded, got other bytes',
  deviate: () => ({
    answer(answer, { operation }) {
      const { body, headers } = answer;
      const isEncrypted = headerValue(headers, 'x-oss-server-side-encryption') !== undefined;
      if (operation?.name !== 'GetObject' || !isEncrypted || body === null || body instanceof Uint8Array) return answer;
      const first = /^bytes (\d+)-/.exec(headerValue(headers, 'Content-Range') ?? '')?.[1] ?? '0';
      return { ...answer, body: wronglyDecrypted(body, Number(first)) };
    },
  }),
} satisfies Deviation;
