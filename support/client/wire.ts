import type { Dispatcher } from 'undici';
import { Deadline } from './deadline.ts';
import type { Answer, Exchange, FaultPhase, WireFault } from './exchange.ts';
import { faultFrom, timeoutFault, tooLargeFault } from './fault.ts';
import type { Limits } from './limits.ts';
import { headerValue, trimWhitespace, type HeaderPair, type WireRequest } from './request.ts';

export type Outcome = Exchange['outcome'];

/** A request that cannot be sent as asked: the suite's fault, never the store's. The message is one line for people. */
export class UnsendableRequest extends Error {
  override readonly name = 'UnsendableRequest';
}

/** Sends one request through undici and waits for the answer or the fault, within the limits. */
export function sendOver(dispatcher: Dispatcher, request: WireRequest, limits: Limits): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    assertHonestLength(request);
    const pending = new PendingAnswer(request, limits, resolve, reject);
    dispatcher.dispatch(
      {
        origin: request.origin,
        method: request.method,
        path: request.path,
        headers: request.headers.flat(),
        body: request.body,
        // The deadlines are ours: undici counts an upload as time to answer, and in steps of half a second.
        headersTimeout: 0,
        bodyTimeout: 0,
      },
      pending,
    );
  });
}

/** Collects one answer, and resolves exactly once. */
class PendingAnswer implements Dispatcher.DispatchHandler {
  readonly #request: WireRequest;
  readonly #limits: Limits;
  readonly #resolve: (outcome: Outcome) => void;
  readonly #reject: (error: Error) => void;
  readonly #chunks: Buffer[] = [];
  #bodyBytes = 0;
  #head: Pick<Answer, 'status' | 'headers'> | null = null;
  #phase: FaultPhase = 'connect';
  #settled = false;
  #controller: Dispatcher.DispatchController | null = null;
  readonly #deadline: Deadline;

  constructor(
    request: WireRequest,
    limits: Limits,
    resolve: (outcome: Outcome) => void,
    reject: (error: Error) => void,
  ) {
    this.#request = request;
    this.#limits = limits;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#deadline = new Deadline(limits, (wait) => this.#fail(timeoutFault(wait, request.origin, limits)));
    this.#deadline.start('connection');
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // The connection was established after its deadline: the request must not be sent any more.
    if (this.#settled) return controller.abort(new Error('The deadline has passed.'));
    this.#phase = 'headers';
    this.#deadline.start('request');
  }

  onBodySent(chunk: Uint8Array): void {
    if (this.#isWaitingForAnswer()) this.#deadline.move(chunk.byteLength);
  }

  onRequestSent(): void {
    if (this.#isWaitingForAnswer()) this.#deadline.start('answer');
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number): void {
    if (this.#settled || status < 200) return;
    const headers = rawPairs(controller.rawHeaders);
    if (byteLength(headers) > this.#limits.maxHeaderBytes)
      return this.#fail(tooLargeFault('headers', this.#request.origin, this.#limits));
    this.#head = { status, headers };
    this.#phase = 'body';
    this.#deadline.start('body');
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#settled) return;
    const room = this.#limits.maxBodyBytes - this.#bodyBytes;
    this.#chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
    this.#bodyBytes += Math.min(chunk.length, room);
    this.#deadline.move(chunk.length);
    if (chunk.length > room) this.#fail(tooLargeFault('body', this.#request.origin, this.#limits));
  }

  onResponseEnd(): void {
    const answer = this.#answer();
    if (answer !== null) this.#settle(() => this.#resolve({ answer }));
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    if (refusals.has(code)) this.#settle(() => this.#reject(unsendable(this.#request, code, error)));
    else if (endings.has(code)) this.#settle(() => this.#reject(closedTooEarly(this.#request)));
    else this.#fail(faultFrom(error, this.#phase, this.#request.origin));
  }

  /** A store may answer before it has read the whole request. */
  #isWaitingForAnswer(): boolean {
    return !this.#settled && this.#head === null;
  }

  #fail(fault: WireFault): void {
    this.#settle(() => this.#resolve({ fault, partial: this.#answer() }));
    this.#controller?.abort(new Error(fault.message));
  }

  #settle(report: () => void): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#deadline.stop();
    report();
  }

  #answer(): Answer | null {
    return this.#head === null ? null : { ...this.#head, body: joined(this.#chunks) };
  }
}

/** A single chunk is not copied: a replayed answer may be an object of megabytes. */
function joined(chunks: readonly Buffer[]): Buffer {
  const [only] = chunks;
  return only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks);
}

type RawHeaders = Dispatcher.DispatchController['rawHeaders'];

/** The headers of an answer as undici gives them, in order. */
export function rawPairs(raw: RawHeaders): HeaderPair[] {
  if (raw === null || raw === undefined) return [];
  const pairs: HeaderPair[] = [];
  if (Array.isArray(raw)) {
    for (let index = 0; index + 1 < raw.length; index += 2)
      pairs.push([latin1(raw[index]), trimWhitespace(latin1(raw[index + 1]))]);
    return pairs;
  }
  for (const [name, value] of Object.entries(raw))
    for (const single of [value ?? []].flat()) pairs.push([name, trimWhitespace(single)]);
  return pairs;
}

function latin1(text: Buffer | string | undefined): string {
  return typeof text === 'string' ? text : (text?.toString('latin1') ?? '');
}

/** Bytes of `name: value\r\n` on the wire. */
function byteLength(headers: readonly HeaderPair[]): number {
  return headers.reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
}

/** How undici refuses a request before anything is sent. */
const refusals: ReadonlySet<string> = new Set([
  'UND_ERR_INVALID_ARG',
  'UND_ERR_NOT_SUPPORTED',
  'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH',
]);
/** The error of a closed undici. */
const endings: ReadonlySet<string> = new Set(['UND_ERR_CLOSED', 'UND_ERR_DESTROYED']);

/** The message does not quote undici, which may quote the value of a header; undici's error is its cause. */
function unsendable(request: WireRequest, reason: string, cause?: Error): UnsendableRequest {
  const message = `${request.method} cannot be sent through undici (${reason}); send it with framing 'as-is'.`;
  return new UnsendableRequest(message, { cause });
}

function closedTooEarly({ method, origin }: WireRequest): UnsendableRequest {
  return new UnsendableRequest(`The client was closed before ${method} to ${origin} was answered.`);
}

/** undici does not check the Content-Length of a GET against its body; the store would wait for the rest forever. */
function assertHonestLength(request: WireRequest): void {
  const declared = headerValue(request.headers, 'Content-Length');
  if (declared !== undefined && declared !== String(request.body?.byteLength ?? 0))
    throw unsendable(request, 'its Content-Length is not that of its body');
}
