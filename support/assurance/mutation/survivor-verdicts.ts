import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Mutant } from './mutants.ts';

/** What we found by reading a mutant that no scenario kills. */
export type SurvivorVerdict =
  /** No client can tell the mutated store from the sound one. */
  | 'equivalent'
  /** It changes what the store does inside: memory, speed, durability, its own log. */
  | 'internal'
  /** A client can tell, and no clause of the catalogue says what is right. */
  | 'outside every clause'
  /** It contradicts a clause, or a documented fact that no clause states yet, and no scenario notices. */
  | 'hole';

/** Our verdict on the mutants that no scenario kills and that match every property given. */
export interface VerdictEntry {
  readonly file?: string;
  /** The trimmed source line, or several. */
  readonly at?: string | readonly string[];
  /** A regular expression for the original code. */
  readonly original?: string;
  readonly replacement?: string;
  readonly verdict: SurvivorVerdict;
  readonly why: string;
}

const text = { type: 'string', minLength: 1 } as const;
const areEntries = new Ajv().compile<readonly VerdictEntry[]>({
  type: 'array',
  items: {
    type: 'object',
    required: ['verdict', 'why'],
    // A file alone would cover changes that were never read.
    anyOf: [{ required: ['file', 'at'] }, { required: ['original'] }],
    additionalProperties: false,
    properties: {
      file: text,
      at: { anyOf: [text, { type: 'array', items: text, minItems: 2, uniqueItems: true }] },
      original: text,
      replacement: { type: 'string' },
      verdict: { enum: ['equivalent', 'internal', 'outside every clause', 'hole'] },
      why: text,
    },
  },
});

/** Our verdicts on survivors, as `survivors.yaml` lists them. */
export class SurvivorVerdicts {
  readonly #entries: readonly VerdictEntry[];

  constructor(entries: readonly VerdictEntry[]) {
    this.#entries = entries;
  }

  /** Throws an Error naming place and fault. */
  static async read(path: URL): Promise<SurvivorVerdicts> {
    const written: unknown = parse(await readFile(path, 'utf8'));
    if (!areEntries(written)) throw new Error(`${path.pathname}: ${new Ajv().errorsText(areEntries.errors)}`);
    return new SurvivorVerdicts(written);
  }

  /** `null` for a mutant that is not yet read. */
  of(mutant: Mutant): VerdictEntry | null {
    return this.#entries.find((entry) => isAbout(entry, mutant)) ?? null;
  }

  /** The entries that none of these mutants needs any more. */
  staleAmong(mutants: readonly Mutant[]): readonly VerdictEntry[] {
    const used = new Set(mutants.map((mutant) => this.of(mutant)));
    return this.#entries.filter((entry) => !used.has(entry));
  }
}

function isAbout(entry: VerdictEntry, { file, at, original, replacement }: Mutant): boolean {
  return (
    (entry.file ?? file) === file &&
    (entry.at === undefined || [entry.at].flat().includes(at)) &&
    (entry.original === undefined || new RegExp(entry.original, 'u').test(original)) &&
    (entry.replacement ?? replacement) === replacement
  );
}
