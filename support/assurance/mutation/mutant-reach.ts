import type { PlannedScenario } from '../../run/scenarios.ts';
import { phases, type MutantOrder } from './mutant-orders.ts';
import type { Coverage } from './mutant-switch.ts';
import type { Mutant } from './mutants.ts';

/** What a worker has to know to try a mutant. */
export type Reach = Pick<Extract<MutantOrder, { kind: 'mutant' }>, 'isStatic' | 'hitLimit' | 'scenarios'>;

/** A mutant that is reached so many times more often than the sound code loops. */
const loopFactor = 100;

/** Which scenarios reach each mutant. */
export class MutantReach {
  readonly #coverage: Coverage;
  readonly #all: readonly string[];
  readonly #scenarios = new Map<string, string[]>();
  readonly #hits = new Map<string, number>();
  readonly #byFile = new Map<string, Set<string>>();

  constructor(coverage: Coverage, mutants: readonly Mutant[]) {
    this.#coverage = coverage;
    const scenarios = Object.entries(coverage.perTest).filter(([phase]) => !isBeforeScenarios(phase));
    this.#all = scenarios.map(([scenario]) => scenario);
    const fileOf = new Map(mutants.map(({ id, file }) => [id, file]));
    for (const [scenario, hits] of scenarios)
      for (const [id, count] of Object.entries(hits)) {
        this.#scenarios.set(id, [...(this.#scenarios.get(id) ?? []), scenario]);
        this.#hits.set(id, (this.#hits.get(id) ?? 0) + count);
        const file = fileOf.get(id) ?? '';
        this.#byFile.set(file, (this.#byFile.get(file) ?? new Set()).add(scenario));
      }
  }

  /** `null` for a mutant that nothing reaches. */
  of({ id, file }: Mutant): Reach | null {
    const { static: loading, perTest } = this.#coverage;
    const [atLoad, atStart, inOpening] = [loading, perTest[phases.start], perTest[phases.opening]].map(
      (hits) => hits?.[id] ?? 0,
    );
    const own = this.#scenarios.get(id) ?? [];
    const hits = [atLoad, atStart, inOpening, this.#hits.get(id)].reduce<number>((sum, count) => sum + (count ?? 0), 0);
    if (hits === 0) return null;
    const isStatic = atLoad !== 0;
    // What the store builds before it listens can matter to every scenario, first to those that use its file.
    const isBuilt = isStatic || atStart !== 0;
    const built = [...own, ...(this.#byFile.get(file) ?? []), ...this.#all];
    // Where only the opening reaches it, the run either opens as before or not: any one scenario shows it.
    const scenarios = isBuilt ? built : own.length === 0 ? this.#all.slice(0, 1) : own;
    return { isStatic, hitLimit: loopFactor * Math.max(hits, 100), scenarios: [...new Set(scenarios)].map(planned) };
  }
}

function isBeforeScenarios(phase: string): boolean {
  return phase === phases.start || phase === phases.opening;
}

function planned(path: string): PlannedScenario {
  const colon = path.lastIndexOf(':');
  return { feature: path.slice(0, colon), line: Number(path.slice(colon + 1)) };
}
