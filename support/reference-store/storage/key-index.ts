import { compareUtf8 } from './utf8-order.ts';

/** Entries by key, visited in the order of the keys' UTF-8 bytes. */
export class KeyIndex<T> {
  readonly #entries = new Map<string, T>();
  /** Sorted when first asked for after a key came or went. */
  #sorted: readonly string[] | null = null;

  get size(): number {
    return this.#entries.size;
  }

  set(key: string, entry: T): void {
    if (!this.#entries.has(key)) this.#sorted = null;
    this.#entries.set(key, entry);
  }

  delete(key: string): void {
    if (this.#entries.delete(key)) this.#sorted = null;
  }

  *values(): Generator<T> {
    this.#sorted ??= [...this.#entries.keys()].toSorted(compareUtf8);
    for (const key of this.#sorted) {
      const entry = this.#entries.get(key);
      if (entry !== undefined) yield entry;
    }
  }
}
