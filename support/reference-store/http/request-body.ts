import type { IncomingMessage } from 'node:http';

/** Why a body never became whole. */
export type BodyProblem =
  | 'cut-short' // the connection ended before the announced end
  | 'malformed' // the chunked framing is broken
  | 'too-slow'; // it did not arrive within the deadline

export class BodyFault extends Error {
  readonly problem: BodyProblem;

  constructor(problem: BodyProblem) {
    super(`the request body is ${problem}`);
    this.problem = problem;
  }
}

/** The body of one request. It can be taken once, whole or as a stream. */
export class RequestBody {
  /** Bytes announced by `Content-Length`; `null` where none was sent. */
  readonly announcedLength: number | null;
  readonly isChunked: boolean;
  readonly #message: IncomingMessage | null;
  readonly #beforeFirstByte: () => void;
  readonly #fault = Promise.withResolvers<never>();
  #hasFailed = false;

  /** `beforeFirstByte` tells a waiting caller to go on (`Expect: 100-continue`). */
  constructor(message: IncomingMessage | null, beforeFirstByte: () => void = () => {}) {
    this.#message = message;
    this.#beforeFirstByte = beforeFirstByte;
    const announced = message?.headers['content-length'];
    this.announcedLength = announced === undefined ? null : Number(announced);
    this.isChunked = message?.headers['transfer-encoding'] !== undefined;
    // A body nobody reads may fail without anybody caring.
    this.#fault.promise.catch(() => {});
  }

  /** True while bytes may still arrive. */
  get isArriving(): boolean {
    return this.#message?.complete === false && !this.#hasFailed;
  }

  /** True where the caller sends it only when told to go on. */
  get isHeldBack(): boolean {
    return this.#message?.headers.expect !== undefined;
  }

  /** Ends a read in progress, or the one to come, with a `BodyFault`. */
  fail(problem: BodyProblem): void {
    this.#hasFailed = true;
    this.#fault.reject(new BodyFault(problem));
  }

  /** @throws BodyFault */
  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    if (this.#message === null) return;
    this.#beforeFirstByte();
    // The connection must outlive an early end of reading: the refusal still has to go out on it.
    const chunks: AsyncIterator<Uint8Array, undefined> = this.#message.iterator({ destroyOnReturn: false });
    for (;;) {
      const next = await Promise.race([this.#nextOf(chunks), this.#fault.promise]);
      if (next.done) return;
      yield next.value;
    }
  }

  /** `null` where the body is longer than `limit` bytes; it is not read any further then. @throws BodyFault */
  async readWhole(limit: number): Promise<Uint8Array | null> {
    if (this.announcedLength !== null && this.announcedLength > limit) return null;
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of this.stream()) {
      length += chunk.length;
      if (length > limit) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  async #nextOf(chunks: AsyncIterator<Uint8Array, undefined>): Promise<IteratorResult<Uint8Array, undefined>> {
    try {
      return await chunks.next();
    } catch {
      throw new BodyFault('cut-short');
    }
  }
}
