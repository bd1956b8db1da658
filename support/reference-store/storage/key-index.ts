/** Entries by key, visited in the order of the keys' UTF-8 bytes. */
export class KeyIndex<T> {
  readonly #entries = new Map<string, T>();
  /** Sorted on first use after a key was added or removed. */
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

/**
 * Compares strings as their UTF-8 bytes compare, which is how listings are
 * ordered. UTF-16 code units order differently in one place: the surrogates
 * of characters beyond U+FFFF sort below U+E000…U+FFFF.
 */
export function compareUtf8(one: string, other: string): number {
  const shared = Math.min(one.length, other.length);
  for (let at = 0; at < shared; at += 1) {
    const difference = rank(one.charCodeAt(at)) - rank(other.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

function rank(codeUnit: number): number {
  const isSurrogate = codeUnit >= 0xd800 && codeUnit <= 0xdfff;
  return isSurrogate ? codeUnit + 0x10000 : codeUnit;
}
