import type { Dispatcher } from 'undici';
import type { HeaderPair, WireRequest } from '../../client/request.ts';
import type { Outcome } from '../../client/wire.ts';
import { errorOf } from '../format/recorded-exchange.ts';

/** The request that a dispatcher is given. */
export function requestIn({ origin, method, path, headers, body }: Dispatcher.DispatchOptions): WireRequest {
  return { origin: String(origin), method, path, headers: pairsIn(headers), body: bytesIn(body) };
}

/** Ends a request as undici does when it refuses to send it. */
export function refuse(handler: Dispatcher.DispatchHandler): true {
  const error = Object.assign(new Error('it is not in the recording'), { code: 'UND_ERR_INVALID_ARG' });
  handler.onResponseError?.(new DispatchController([]), error);
  return true;
}

/** Gives a handler of undici the outcome of an exchange, as the wire would: complete, or up to where it failed. */
export function deliver(outcome: Outcome, handler: Dispatcher.DispatchHandler): true {
  const answer = 'answer' in outcome ? outcome.answer : outcome.partial;
  const controller = new DispatchController(answer?.headers ?? []);
  if (!('fault' in outcome) || outcome.fault.phase !== 'connect') handler.onRequestStart?.(controller, {});
  if (answer !== null) handler.onResponseStart?.(controller, answer.status, {});
  if (answer !== null && !controller.aborted) handler.onResponseData?.(controller, viewOf(answer.body));
  if (controller.aborted) return true;
  if ('fault' in outcome) handler.onResponseError?.(controller, errorOf(outcome.fault.kind));
  else handler.onResponseEnd?.(controller, {});
  return true;
}

/** Without a copy: an answer may be an object of megabytes. */
function viewOf(body: Uint8Array): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

class DispatchController implements Dispatcher.DispatchController {
  readonly rawHeaders: string[];
  readonly paused = false;
  aborted = false;
  reason: Error | null = null;

  constructor(headers: readonly HeaderPair[]) {
    this.rawHeaders = headers.flat();
  }

  abort(reason: Error): void {
    this.aborted = true;
    this.reason = reason;
  }

  pause(): void {}

  resume(): void {}
}

/** The client gives them as a flat list; see `sendOver`. */
function pairsIn(headers: Dispatcher.DispatchOptions['headers']): readonly HeaderPair[] {
  if (!Array.isArray(headers)) throw new Error('a request reached the wire without a flat list of headers');
  const flat = headers.map(String);
  return flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? ''] as const] : []));
}

function bytesIn(body: Dispatcher.DispatchOptions['body']): Uint8Array | null {
  if (body === null || body === undefined) return null;
  if (!(body instanceof Uint8Array)) throw new Error('a request reached the wire with a body that is not bytes');
  return body;
}
