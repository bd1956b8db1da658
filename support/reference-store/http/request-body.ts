import type { IncomingMessage } from 'node:http';

/** Why a body is incomplete. */
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
  /** Bytes announced by `Content-Length`; `null` if none was sent. */
  readonly announcedLength: number | null;
  readonly isChunked: boolean;
  readonly #message: IncomingMessage | null;
  readonly #beforeFirstByte: () => void;
  #fault: BodyFault | null = null;
  /** Ends the read in progress. */
  #interrupt: (fault: BodyFault) => void = () => {};

  /** `beforeFirstByte` tells a waiting caller to go on (`Expect: 100-continue`). */
  constructor(message: IncomingMessage | null, beforeFirstByte: () => void = () => {}) {
    this.#message = message;
    this.#beforeFirstByte = beforeFirstByte;
    const announced = message?.headers['content-length'];
    this.announcedLength = announced === undefined ? null : Number(announced);
    this.isChunked = message?.headers['transfer-encoding'] !== undefined;
  }

  /** True while bytes may still arrive. */
  get isArriving(): boolean {
    return this.#message?.complete === false && this.#fault === null;
  }

  /** True if the caller waits for `100 Continue`. */
  get isHeldBack(): boolean {
    return this.#message?.headers.expect !== undefined;
  }

  /** Ends the current or the next read with a `BodyFault`. */
  fail(problem: BodyProblem): void {
    this.#fault = new BodyFault(problem);
    this.#interrupt(this.#fault);
  }

  /** @throws BodyFault */
  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    if (this.#message === null) return;
    this.#beforeFirstByte();
    // The connection stays open after an early end of reading, because the refusal still has to be sent.
    const chunks: AsyncIterator<Uint8Array, undefined> = this.#message.iterator({ destroyOnReturn: false });
    for (;;) {
      const next = await this.#nextOf(chunks);
      if (next.done) return;
      yield next.value;
    }
  }

  /** `null` if the body is longer than `limit` bytes; then it is not read any further. @throws BodyFault */
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

  /**
   * The next chunk, unless a fault comes first. Each read has its own promise: racing one fault against every chunk
   * would keep all chunks in memory until the body ends.
   */
  async #nextOf(chunks: AsyncIterator<Uint8Array, undefined>): Promise<IteratorResult<Uint8Array, undefined>> {
    if (this.#fault) throw this.#fault;
    const read = Promise.withResolvers<IteratorResult<Uint8Array, undefined>>();
    this.#interrupt = read.reject;
    chunks.next().then(read.resolve, () => read.reject(new BodyFault('cut-short')));
    return read.promise;
  }
}
