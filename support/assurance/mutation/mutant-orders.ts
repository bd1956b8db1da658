import type { PlannedScenario } from '../../run/scenario-plan.ts';
import type { SeenScenario } from '../in-process-suite.ts';
import type { Reached } from './mutant-switch.ts';

/** A run that the mutation score asks a worker process for. */
export type MutantOrder =
  /** All scenarios without any mutant. */
  | { readonly kind: 'baseline' }
  | {
      readonly kind: 'mutants';
      /** All of these are active at the same time. */
      readonly ids: readonly string[];
      /** Whether they are in code that runs while modules load. */
      readonly isStatic: boolean;
      readonly hitLimit: number;
      readonly scenarios: readonly PlannedScenario[];
      /** Which requests the mutated store answers; the sound one answers the others. */
      readonly activeFor: 'every request' | 'judged requests';
      /** The run ends with the first scenario of that kind. */
      readonly until: 'nonconformant' | 'not as before';
    };

export type MutantReply =
  /** `reached` by phase: those below, and `FEATURE:LINE` of each scenario. */
  | { readonly kind: 'baseline'; readonly scenarios: readonly SeenScenario[]; readonly reached: Reached }
  | { readonly kind: 'judged'; readonly scenarios: readonly SeenScenario[] }
  /** No scenario began: the store gave no answer to open the run with. */
  | { readonly kind: 'not opened'; readonly why: string }
  /** The harness failed, and nothing follows from what the store answered. */
  | { readonly kind: 'crashed'; readonly why: string }
  | { readonly kind: 'loops' };

/**
 * The phases that belong to no scenario. `load`: modules load and a first store starts; `start`: another store starts;
 * `opening`: the run looks at the store and tries the gates; `removal`: a bucket is removed.
 */
export const phases = { load: 'load', start: 'start', opening: 'opening', removal: 'removal' } as const;
