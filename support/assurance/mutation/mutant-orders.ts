import type { PlannedScenario } from '../../run/scenarios.ts';
import type { SeenScenario } from '../in-process-suite.ts';
import type { Reached } from './mutant-switch.ts';

/** A run that the mutation score asks a worker process for. */
export type MutantOrder =
  /** All scenarios without any mutant. */
  | { readonly kind: 'baseline' }
  | {
      readonly kind: 'mutant';
      readonly id: string;
      /** Whether it is in code that runs while modules load. */
      readonly isStatic: boolean;
      readonly hitLimit: number;
      /** Those that reach it; `null` for all. */
      readonly scenarios: readonly PlannedScenario[] | null;
    };

export type MutantReply =
  /** `reached` by phase: those below, and `FEATURE:LINE` of each scenario. */
  | { readonly kind: 'baseline'; readonly scenarios: readonly SeenScenario[]; readonly reached: Reached }
  | { readonly kind: 'judged'; readonly scenarios: readonly SeenScenario[] }
  /** No scenario began: the store gave no answer to open the run with. */
  | { readonly kind: 'not opened'; readonly why: string }
  /** The store or the harness failed, and nothing follows from what it answered. */
  | { readonly kind: 'crashed'; readonly why: string }
  | { readonly kind: 'loops' };

/**
 * The phases before the first scenario. `load`: modules load and a first store starts; `start`: another store starts;
 * `opening`: the run looks at the store and tries the gates.
 */
export const phases = { load: 'load', start: 'start', opening: 'opening' } as const;
