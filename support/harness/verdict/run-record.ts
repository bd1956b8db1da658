import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ScenarioEvidence } from '../evidence/evidence.ts';
import type { Target } from '../target/target.ts';
import type { ReasonedVerdict } from './verdict.ts';

/** How one scenario ended. */
export interface ScenarioOutcome extends ReasonedVerdict {
  readonly clause: string;
  readonly feature: string;
  readonly name: string;
  readonly line: number;
  readonly durationMs: number;
  /** How many there were. */
  readonly exchanges: number;
  /** With all of its exchanges, or those that the run keeps in memory. */
  readonly evidence: ScenarioEvidence | null;
}

/** The outcomes of the scenarios of a run, in the order in which they ended. */
export interface RunRecord {
  readonly target: Target;
  readonly catalogue: Catalogue;
  readonly started: Date;
  readonly durationMs: number;
  readonly outcomes: readonly ScenarioOutcome[];
}
