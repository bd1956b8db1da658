import { readErrorDocument } from '../../client/error-document.ts';
import type { Answer, Exchange } from '../../client/exchange.ts';
import { headerValue } from '../../client/request.ts';

/** The store gave a wrong answer. One line: the request, what was expected, what came. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';
}

/** The answer, if its status and its error code are these and it has a request id. Throws WrongAnswer. */
export function answerOf({ request, outcome }: Exchange, status: number, code?: string): Answer {
  const asked = `${request.method} ${request.path.split('?', 2).join('?').slice(0, 120)}`;
  if ('fault' in outcome) throw new WrongAnswer(`${asked} got no answer: ${outcome.fault.message}`);
  const { answer } = outcome;
  const reading = answer.status >= 400 ? readErrorDocument(answer) : null;
  const found = reading !== null && 'error' in reading ? reading.error.code : undefined;
  if (answer.status !== status || found !== code)
    throw new WrongAnswer(`${asked} was answered ${answer.status} ${found ?? ''}, not ${status} ${code ?? ''}`);
  if (!/^[0-9A-F]{24}$/u.test(headerValue(answer.headers, 'x-oss-request-id') ?? ''))
    throw new WrongAnswer(`${asked} was answered without a request id`);
  return answer;
}

/** Throws WrongAnswer unless both are equal. */
export function same(what: string, found: unknown, expected: unknown): void {
  if (found !== expected)
    throw new WrongAnswer(`${what} was ${String(found).slice(0, 80)}, not ${String(expected).slice(0, 80)}`);
}

/** Throws WrongAnswer unless the bytes are equal. */
export function sameBytes(what: string, found: Uint8Array, expected: Uint8Array): void {
  if (!Buffer.from(found).equals(expected))
    throw new WrongAnswer(`${what} came as ${found.length} bytes that are not the ${expected.length} that were put`);
}
