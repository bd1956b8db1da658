import { appendFileSync, globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MutantFate, TriedMutant } from './fate.ts';
import type { InstrumentedStore, Mutant } from './mutants.ts';

/** A line of the file. */
interface Kept extends MutantFate {
  readonly id: string;
  readonly durationMs: number;
}

/**
 * What a measurement has tried so far, in a file: all mutants take two hours, and one that is interrupted goes on from
 * there. It counts only for the store and the suite that it was tried with.
 */
export class TriedSoFar {
  readonly #path: string;
  readonly #kept: ReadonlyMap<string, Kept>;

  private constructor(path: string, kept: readonly Kept[]) {
    this.#path = path;
    this.#kept = new Map(kept.map((one) => [one.id, one]));
  }

  /** Begins anew where the file is about another store or suite; `digest` tells them apart. */
  static async open(path: string, digest: string): Promise<TriedSoFar> {
    const [first, ...lines] = (await readFile(path, 'utf8').catch(() => '')).split('\n');
    if (first === digest) return new TriedSoFar(path, lines.flatMap(readLine));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${digest}\n`);
    return new TriedSoFar(path, []);
  }

  /** `undefined` for a mutant that is still to be tried. */
  of(mutant: Mutant): TriedMutant | undefined {
    const kept = this.#kept.get(mutant.id);
    return kept && { mutant, fate: kept.fate, why: kept.why, durationMs: kept.durationMs };
  }

  add({ mutant, fate, why, durationMs }: TriedMutant): void {
    appendFileSync(this.#path, `${JSON.stringify({ id: mutant.id, fate, why, durationMs } satisfies Kept)}\n`);
  }

  /** Once all are tried, the next measurement begins anew. */
  async forget(): Promise<void> {
    await rm(this.#path, { force: true });
  }
}

/** The last line may have been cut off. */
function readLine(line: string): readonly Kept[] {
  try {
    // The file is ours.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return [JSON.parse(line) as Kept];
  } catch {
    return [];
  }
}

const root = new URL('../../../', import.meta.url);

/** Differs for another store, whose mutants have other numbers, and for another suite. */
export async function digestOf({ sources }: InstrumentedStore): Promise<string> {
  const hash = createHash('sha256');
  for (const { file, instrumented } of sources) hash.update(`${file}\0${instrumented}\0`);
  const suite = globSync('{features,steps,support}/**/*.{ts,feature,yaml}', { cwd: fileURLToPath(root) });
  for (const file of suite.toSorted()) {
    if (file.startsWith('support/assurance/') || /\.(?:test|proof)\.ts$/u.test(file)) continue;
    hash.update(`${file}\0`).update(await readFile(new URL(file, root)));
  }
  return hash.digest('hex');
}
