import type { StreamedBody } from '../../http/answer.ts';
import type { Span } from '../../object-encryption/segment-layout.ts';
import type { ObjectReading } from '../object-reading.ts';

/** An object's bytes as the body of an answer. Closes the object at the end, or when the reader disconnects. */
export class ObjectBody implements StreamedBody, AsyncIterator<Uint8Array, undefined> {
  readonly #reading: ObjectReading;
  readonly #chunks: AsyncGenerator<Uint8Array, void, undefined>;
  #first: IteratorResult<Uint8Array, void> | null;

  private constructor(
    reading: ObjectReading,
    chunks: AsyncGenerator<Uint8Array, void, undefined>,
    first: IteratorResult<Uint8Array, void>,
  ) {
    this.#reading = reading;
    this.#chunks = chunks;
    this.#first = first;
  }

  /**
   * Reads the first chunk at once: where that is damaged, the answer can still be an error.
   * @throws DamagedBodyError
   */
  static async begin(reading: ObjectReading, wanted: Span): Promise<ObjectBody> {
    const chunks = reading.read(wanted);
    return new ObjectBody(reading, chunks, await chunks.next());
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
