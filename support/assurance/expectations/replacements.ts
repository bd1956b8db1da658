import type { ValueSite } from './value-site.ts';

/** More replacements of the same kind show nothing new. */
const mostOthers = 8;

/** Words that mean something in most places. */
const documentedWords: readonly string[] = ['AES256', 'KMS', 'SM4', 'Content-Type'];

/** Finds replacements for the values of all these sites. */
export class ReplacementSource {
  readonly #byKind = new Map<string, Set<string>>();

  constructor(sites: readonly ValueSite[]) {
    for (const { kind, value } of sites) {
      const values = this.#byKind.get(kind) ?? new Set();
      values.add(value);
      this.#byKind.set(kind, values);
    }
  }

  /** Replacements for a value: meaningless texts, then values that other scenarios have in such a place. */
  for({ kind, value, isFree }: ValueSite): readonly string[] {
    const rule = kind === 'document' || kind === 'line' ? [wellFormedRule] : [];
    const known = [...(this.#byKind.get(kind) ?? [])].slice(0, mostOthers);
    const replacements = isFree ? [otherText(value), 'x', ...rule, ...known, ...documentedWords] : [...rule, ...known];
    return [...new Set(replacements)].filter((replacement) => replacement !== value);
  }
}

/** Replacements for a body that is not well-formed. */
const wellFormedRule =
  '<ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>KMS</SSEAlgorithm></ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>';

/** The next number, or a text with one more letter. */
function otherText(value: string): string {
  return /^\d{1,15}$/u.test(value) ? String(Number(value) + 1) : `${value}x`;
}
