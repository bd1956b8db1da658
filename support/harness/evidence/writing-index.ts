/** The writings begin with four characters at least; see SecretWritings. */
const prefixLength = 4;

/**
 * Finds which of many writings occur in a text, in one pass over it: an exchange has some kilobytes, and the secrets of a
 * target have hundreds of writings.
 */
export class WritingIndex<Owner> {
  /** By a number that follows from the first characters; several writings may share one. */
  readonly #byPrefix = new Map<number, (readonly [writing: string, owner: Owner])[]>();
  readonly #isPrefix = new Uint8Array(prefixes);

  constructor(writings: Iterable<readonly [writing: string, owner: Owner]>) {
    for (const entry of writings) {
      const prefix = prefixAt(entry[0], 0);
      const shared = this.#byPrefix.get(prefix);
      if (shared === undefined) this.#byPrefix.set(prefix, [entry]);
      else shared.push(entry);
      this.#isPrefix[prefix] = 1;
    }
  }

  ownersIn(text: string): ReadonlySet<Owner> {
    const found = new Set<Owner>();
    for (let at = 0; at + prefixLength <= text.length; at += 1) {
      const prefix = prefixAt(text, at);
      if (this.#isPrefix[prefix] === 1)
        for (const [writing, owner] of this.#byPrefix.get(prefix) ?? [])
          if (text.startsWith(writing, at)) found.add(owner);
    }
    return found;
  }
}

const prefixes = 65_536;

function prefixAt(text: string, at: number): number {
  const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  const [third, fourth] = [text.charCodeAt(at + 2), text.charCodeAt(at + 3)];
  return (first ^ (second << 4) ^ (third << 8) ^ (fourth << 11)) & (prefixes - 1);
}
