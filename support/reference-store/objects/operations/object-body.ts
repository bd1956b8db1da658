import type { StreamedBody } from '../../http/answer.ts';
import type { Span } from '../../object-encryption/segment-layout.ts';
import type { ObjectReading } from '../object-reading.ts';

/** An object's bytes as the body of an answer. Closes the object at the end, or when the reader disconnects. */
export class ObjectBody implements StreamedBody, AsyncIterator<Uint8Array, undefined> {
  /** `null` where there is more than one chunk. */
  readonly whole: Uint8Array | null;
  readonly #reading: ObjectReading;
  readonly #chunks: AsyncGenerator<Uint8Array, void, undefined>;
  #first: IteratorResult<Uint8Array, void> | null;

  private constructor(
    reading: ObjectReading,
    chunks: AsyncGenerator<Uint8Array, void, undefined>,
    first: IteratorResult<Uint8Array, void>,
    whole: Uint8Array | null,
  ) {
    this.whole = whole;
    this.#reading = reading;
    this.#chunks = chunks;
    this.#first = first;
  }

  /**
   * Reads the first chunk at once: where that is damaged, the answer can still be an error. Most objects have only one.
   * @throws DamagedBodyError
   */
  static async begin(reading: ObjectReading, wanted: Span): Promise<ObjectBody> {
    const chunks = reading.read(wanted);
    const first = await chunks.next();
    const bytes = first.value ?? new Uint8Array();
    const body = new ObjectBody(reading, chunks, first, bytes.length === wanted.length ? bytes : null);
    if (body.whole !== null) await body.return();
    return body;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Uint8Array, undefined>> {
    try {
      const { value } = this.#first ?? (await this.#chunks.next());
      this.#first = null;
      if (value !== undefined) return { done: false, value };
    } catch (error) {
      await this.#reading.close();
      throw error;
    }
    return this.return();
  }

  /** Every chunk has its own memory. With the garbage collector alone, eight large downloads would hold some 100 MB. */
  release({ buffer }: Uint8Array): void {
    if (buffer instanceof ArrayBuffer) buffer.transfer(0);
  }

  async return(): Promise<IteratorResult<Uint8Array, undefined>> {
    await this.#chunks.return();
    await this.#reading.close();
    return { done: true, value: undefined };
  }
}
