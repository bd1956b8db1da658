import type { PlannedScenario } from '../../run/scenario-plan.ts';
import { phases } from './mutant-orders.ts';
import type { Reached } from './mutant-switch.ts';
import type { Mutant } from './mutants.ts';
import { TellingScenarios } from './telling-scenarios.ts';

/** What has to be known to try a mutant. */
export interface Reach {
  /** Whether it is in code that runs while modules load. */
  readonly isStatic: boolean;
  readonly hitLimit: number;
  /** Those that can notice it, the most telling first. */
  readonly scenarios: readonly PlannedScenario[];
}

/** A mutant that is reached so many times more often than the sound code loops. */
const loopFactor = 100;

/** Which scenarios reach each mutant. */
export class MutantReach {
  readonly #reached: Reached;
  readonly #all: readonly string[];
  readonly #scenarios = new Map<string, string[]>();
  readonly #hits = new Map<string, number>();
  readonly #telling: TellingScenarios;

  constructor(reached: Reached, mutants: readonly Mutant[]) {
    this.#reached = reached;
    const byScenario = Object.entries(reached).filter(([phase]) => !belongsToNoScenario(phase));
    this.#all = byScenario.map(([scenario]) => scenario);
    this.#telling = new TellingScenarios(Object.fromEntries(byScenario), mutants);
    for (const [scenario, hits] of byScenario)
      for (const [id, count] of Object.entries(hits)) {
        const own = this.#scenarios.get(id);
        if (own === undefined) this.#scenarios.set(id, [scenario]);
        else own.push(scenario);
        this.#hits.set(id, (this.#hits.get(id) ?? 0) + count);
      }
  }

  /** `null` for a mutant that neither a scenario nor the start of a store reaches. */
  of({ id, file }: Mutant): Reach | null {
    const hitsIn = (phase: string): number => this.#reached[phase]?.[id] ?? 0;
    const own = this.#scenarios.get(id) ?? [];
    const hits = hitsIn(phases.load) + hitsIn(phases.start) + (this.#hits.get(id) ?? 0);
    if (hits === 0) return null;
    // The first store does what the second one does, and loads the modules.
    const isStatic = hitsIn(phases.load) > hitsIn(phases.start);
    // What the store builds before it listens can matter to every scenario.
    const isBuilt = isStatic || hitsIn(phases.start) > 0;
    const scenarios = this.#telling.inOrder(isBuilt ? this.#all : own, file).map(planned);
    return { isStatic, hitLimit: loopFactor * Math.max(hits, 100), scenarios };
  }
}

function belongsToNoScenario(phase: string): boolean {
  return Object.values<string>(phases).includes(phase);
}

function planned(path: string): PlannedScenario {
  const colon = path.lastIndexOf(':');
  return { feature: path.slice(0, colon), line: Number(path.slice(colon + 1)) };
}
