import type { PlannedScenario } from '../../run/scenarios.ts';
import { phases, type MutantOrder } from './mutant-orders.ts';
import type { Reached } from './mutant-switch.ts';
import type { Mutant } from './mutants.ts';

/** What a worker has to know to try a mutant. */
export type Reach = Pick<Extract<MutantOrder, { kind: 'mutant' }>, 'isStatic' | 'hitLimit' | 'scenarios'>;

/** A mutant that is reached so many times more often than the sound code loops. */
const loopFactor = 100;

/** Which scenarios reach each mutant. */
export class MutantReach {
  readonly #reached: Reached;
  readonly #all: readonly string[];
  readonly #scenarios = new Map<string, string[]>();
  readonly #hits = new Map<string, number>();
  readonly #byFile = new Map<string, Set<string>>();

  constructor(reached: Reached, mutants: readonly Mutant[]) {
    this.#reached = reached;
    const scenarios = Object.entries(reached).filter(([phase]) => !isBeforeScenarios(phase));
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
    const hitsIn = (phase: string): number => this.#reached[phase]?.[id] ?? 0;
    const own = this.#scenarios.get(id) ?? [];
    const hits = hitsIn(phases.load) + hitsIn(phases.start) + hitsIn(phases.opening) + (this.#hits.get(id) ?? 0);
    if (hits === 0) return null;
    // The first store does what the second one does, and loads the modules.
    const isStatic = hitsIn(phases.load) > hitsIn(phases.start);
    // What the store builds before it listens can matter to every scenario, first to those that use its file.
    const isBuilt = isStatic || hitsIn(phases.start) > 0;
    const built = [...own, ...(this.#byFile.get(file) ?? []), ...this.#all];
    // Where only the opening reaches it, the run either opens as before or not: any one scenario shows it.
    const scenarios = isBuilt ? built : own.length === 0 ? this.#all.slice(0, 1) : own;
    return { isStatic, hitLimit: loopFactor * Math.max(hits, 100), scenarios: [...new Set(scenarios)].map(planned) };
  }
}

function isBeforeScenarios(phase: string): boolean {
  return Object.values<string>(phases).includes(phase);
}

function planned(path: string): PlannedScenario {
  const colon = path.lastIndexOf(':');
  return { feature: path.slice(0, colon), line: Number(path.slice(colon + 1)) };
}
