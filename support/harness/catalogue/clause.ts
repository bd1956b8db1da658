import type { Level } from '../verdict/verdict.ts';

/** How far a statement can be trusted (facts.md 0.1): its source, and whether other sources contradict it. */
export type Trust = 'seed' | 'doc' | 'sdk' | 'conflict' | 'unspecified' | 'derived';

/** One documented statement, from `features/<family>/*.yaml`. */
export interface Clause {
  /** E.g. `PBE-25`. */
  readonly id: string;
  readonly title: string;
  /** The rule in our words; a conflict names all sides. */
  readonly says: string;
  readonly level: Level;
  readonly trust: Trust;
  /** Page and section, or the SDK test that shows it. */
  readonly source: string;
  /** The documentation page, where there is one. */
  readonly url: string | null;
  /** Why no rule checks it. `null` for a clause that a rule covers. */
  readonly excluded: string | null;
}
