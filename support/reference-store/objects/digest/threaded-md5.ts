import { Worker } from 'node:worker_threads';

/** Told to the thread. */
export interface DigestRequest {
  /** Of the digest. */
  readonly id: number;
  readonly chunks: readonly Uint8Array[];
  /** True in the last request for a digest. */
  readonly isLast: boolean;
}

/** Said by the thread, once for each request. */
export interface DigestReply {
  readonly id: number;
  /** With the reply to the last request. */
  readonly md5: Uint8Array | null;
}

/** Bytes handed over at once. */
const batchBytes = 256 * 1024;

/** How many batches the thread may be behind. */
const mostBatches = 8;

/** `.ts` in the repository, `.js` in the package. */
const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));

/**
 * The MD5 of a large body, taken in another thread: it takes longer than all
 * the rest of an upload, encryption included. One thread serves the process.
 */
export class ThreadedMd5 {
  static readonly #underWay = new Map<number, ThreadedMd5>();
  static #thread: Worker | null = null;
  static #latestId = 0;

  readonly #id: number;
  readonly #worker: Worker;
  readonly #result = Promise.withResolvers<Buffer>();
  #batch: Uint8Array<ArrayBuffer>[] = [];
  #bytes = 0;
  /** Requests without a reply. */
  #behind = 0;
  #onReply: () => void = () => {};

  private constructor(id: number, worker: Worker) {
    this.#id = id;
    this.#worker = worker;
    // Whoever goes on meets the failure of the thread; one who has given up need not.
    this.#result.promise.catch(() => {});
  }

  static begin(): ThreadedMd5 {
    ThreadedMd5.#latestId += 1;
    const worker = (ThreadedMd5.#thread ??= ThreadedMd5.#start());
    const digest = new ThreadedMd5(ThreadedMd5.#latestId, worker);
    ThreadedMd5.#underWay.set(digest.#id, digest);
    worker.ref();
    return digest;
  }

  static #start(): Worker {
    const worker = new Worker(new URL(`md5-thread${extension}`, import.meta.url));
    worker.on('message', ({ id, md5 }: DigestReply) => {
      const digest = ThreadedMd5.#underWay.get(id);
      if (digest !== undefined) digest.#take(md5);
    });
    worker.on('error', (error) => {
      ThreadedMd5.#thread = null;
      for (const digest of ThreadedMd5.#underWay.values()) digest.#fail(error);
    });
    return worker;
  }

  /** Takes the chunk away: it is empty afterwards. Waits where the thread has fallen behind. */
  async update(chunk: Uint8Array): Promise<void> {
    this.#batch.push(ownMemory(chunk));
    this.#bytes += chunk.length;
    if (this.#bytes < batchBytes) return;
    this.#send(false);
    if (this.#behind < mostBatches) return;
    const reply = Promise.withResolvers<void>();
    this.#onReply = reply.resolve;
    await Promise.race([reply.promise, this.#result.promise]);
  }

  async finish(): Promise<Buffer> {
    this.#send(true);
    return this.#result.promise;
  }

  /** Forgets a digest that nobody wants any more. Harmless after `finish`. */
  abandon(): void {
    if (ThreadedMd5.#underWay.has(this.#id)) this.#send(true);
  }

  #send(isLast: boolean): void {
    const request: DigestRequest = { id: this.#id, chunks: this.#batch, isLast };
    this.#worker.postMessage(
      request,
      this.#batch.map(({ buffer }) => buffer),
    );
    this.#behind += 1;
    this.#batch = [];
    this.#bytes = 0;
  }

  #take(md5: Uint8Array | null): void {
    this.#behind -= 1;
    this.#onReply();
    if (md5 === null) return;
    this.#result.resolve(Buffer.from(md5));
    this.#end();
  }

  #fail(error: unknown): void {
    this.#result.reject(error);
    this.#end();
  }

  #end(): void {
    ThreadedMd5.#underWay.delete(this.#id);
    // An idle thread must not keep the process alive.
    if (ThreadedMd5.#underWay.size === 0) this.#worker.unref();
  }
}

/** The chunk, or a copy where its memory is shared with others. */
function ownMemory(chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = chunk;
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return isAlone ? new Uint8Array(buffer) : new Uint8Array(chunk);
}
