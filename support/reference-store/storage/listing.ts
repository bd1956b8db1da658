import { compareUtf8 } from './utf8-order.ts';

/** Which part of a bucket to list. */
export interface ListingQuery {
  readonly prefix: string;
  /** Keys up to and including this one are passed over. */
  readonly marker: string;
  /** Keys that share what stands before it, behind the prefix, are listed as one; empty for none. */
  readonly delimiter: string;
  /** Keys and common prefixes together. */
  readonly maxKeys: number;
}

export interface Listing<T> {
  readonly entries: readonly T[];
  readonly commonPrefixes: readonly string[];
  /** What to ask for next, where the listing is not complete. */
  readonly nextMarker: string | null;
}

/** Entries by key, listed in the order of the keys' UTF-8 bytes. */
export class KeyIndex<T> {
  readonly #entries = new Map<string, T>();
  #sorted: string[] | null = null;

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): T | undefined {
    return this.#entries.get(key);
  }

  set(key: string, entry: T): void {
    if (!this.#entries.has(key)) this.#sorted = null;
    this.#entries.set(key, entry);
  }

  delete(key: string): void {
    if (this.#entries.delete(key)) this.#sorted = null;
  }

  list(query: ListingQuery): Listing<T> {
    const entries: T[] = [];
    const commonPrefixes: string[] = [];
    let last = query.marker;
    for (const [key, entry] of this.#from(query)) {
      const group = commonPrefix(key, query);
      if (group !== null && group === last) continue;
      if (entries.length + commonPrefixes.length === query.maxKeys) {
        return { entries, commonPrefixes, nextMarker: last };
      }
      if (group === null) entries.push(entry);
      else commonPrefixes.push(group);
      last = group ?? key;
    }
    return { entries, commonPrefixes, nextMarker: null };
  }

  *#from({ prefix, marker }: ListingQuery): Generator<readonly [string, T]> {
    this.#sorted ??= [...this.#entries.keys()].toSorted(compareUtf8);
    for (let at = firstAfter(this.#sorted, marker, prefix); at < this.#sorted.length; at += 1) {
      const key = this.#sorted[at]!;
      if (!key.startsWith(prefix)) return;
      const entry = this.#entries.get(key);
      if (entry !== undefined) yield [key, entry];
    }
  }
}

/** Position of the first key that is greater than `marker` and not less than `prefix`. */
function firstAfter(sorted: readonly string[], marker: string, prefix: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const key = sorted[middle]!;
    if (compareUtf8(key, marker) <= 0 || compareUtf8(key, prefix) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function commonPrefix(key: string, { prefix, delimiter }: ListingQuery): string | null {
  if (delimiter === '') return null;
  const at = key.indexOf(delimiter, prefix.length);
  return at === -1 ? null : key.slice(0, at + delimiter.length);
}
