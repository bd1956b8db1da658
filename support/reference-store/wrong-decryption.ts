import type { Answer, StreamedBody } from './http/answer.ts';
import { headerValue } from './http/store-request.ts';

/**
 * The answer of GetObject with wrong plaintext at the positions for which `isWrong` is true. For deviations that
 * decrypt with a wrong counter or key.
 */
export function decryptedWrong(answer: Answer, isWrong: (at: number) => boolean): Answer {
  const { body, headers } = answer;
  if (body === null || body instanceof Uint8Array) return answer;
  const first = /^bytes (\d+)-/.exec(headerValue(headers, 'Content-Range') ?? '')?.[1] ?? '0';
  return { ...answer, body: wrongBytes(body, Number(first), isWrong) };
}

async function* wrongBytes(
  body: StreamedBody,
  first: number,
  isWrong: (at: number) => boolean,
): AsyncGenerator<Uint8Array, void, undefined> {
  let at = first;
  for await (const chunk of body) {
    const start = at;
    at += chunk.length;
    yield chunk.map((byte, index) => (isWrong(start + index) ? byte ^ 0x55 : byte));
  }
}
