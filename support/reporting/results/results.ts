import type { Judged } from '../../harness/catalogue/clause-file.ts';
import type { ExpectationState, ExpectedDeviation } from '../../harness/verdict/expected-deviation.ts';
import type { Level, RunVerdict, Verdict } from '../../harness/verdict/verdict.ts';

/** `reports/results.json`: the machine-readable verdict. Its JSON Schema is `results.schema.json`. */
export interface Results {
  readonly schema: 'oss-conformance/results/2';
  readonly suite: ResultsSuite;
  readonly target: ResultsTarget;
  /** ISO 8601. */
  readonly started: string;
  readonly durationMs: number;
  /** What the scenarios sent to a store; preparing and removing buckets takes about as many again. */
  readonly requests: number;
  /** How many exchanges the verdicts rest on, by origin: a store, the reference store, or a page of documentation. */
  readonly exchanges?: Readonly<Record<'live' | 'reference' | 'documented', number>>;
  /** `null` if no clause about the store ran. */
  readonly store: SubjectResult | null;
  /** The ossutil program; `null` if no clause about a program ran. */
  readonly program: ProgramResult | null;
  /** The graver of the two: it decides the exit code. */
  readonly verdict: RunVerdict;
  readonly complete: boolean;
  /** The failures, one entry for each distinct reason, the one with most clauses first. */
  readonly causes: readonly Cause[];
  readonly clauses: readonly ClauseResult[];
  /** Present if the target file lists known deviations. */
  readonly expected?: readonly ExpectationResult[];
}

export interface ResultsSuite {
  readonly version: string;
  /** The folder of the user's own features that were judged instead of the suite's. */
  readonly features?: string;
  readonly clauses: number;
  readonly scenarios: number;
}

/** `0.1.0`, or `0.1.0 with acme-features`. */
export function suiteName({ version, features }: ResultsSuite): string {
  return features === undefined ? version : `${version} with ${features}`;
}

export interface ResultsTarget {
  readonly name: string;
  readonly kind: 'reference' | 'endpoint' | 'recordings';
  readonly endpoint: string;
  readonly signature: 'v1' | 'v4';
  readonly addressing: 'path' | 'virtual';
  readonly capabilities: readonly string[];
}

export interface SubjectResult {
  readonly verdict: RunVerdict;
  /** How many of its clauses have each verdict. */
  readonly counts: Readonly<Record<Verdict, number>>;
}

export interface ProgramResult extends SubjectResult {
  readonly name: string;
}

/** One reason, and every clause that fails for it. */
export interface Cause {
  readonly reason: string;
  readonly clauses: readonly string[];
  /** The clauses that cannot be judged because of them. */
  readonly blocks: readonly string[];
}

export interface ClauseResult {
  readonly id: string;
  readonly judges: Judged;
  readonly family: string;
  readonly title: string;
  readonly level: Level;
  readonly source: string;
  /** Path of the feature that holds the clause's rule. */
  readonly feature: string;
  readonly verdict: Verdict;
  readonly reason: string | null;
  /** The clause whose instrument does not work on this target; only with `blocked`. */
  readonly blockedBy: string | null;
  readonly scenarios: readonly ScenarioResult[];
}

export interface ScenarioResult {
  readonly name: string;
  readonly line: number;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly durationMs: number;
  /** How many exchanges the scenario rests on. */
  readonly exchanges: number;
  /** The `x-oss-request-id` of the decisive answer. */
  readonly requestId: string | null;
  /** The file with the exchanges, relative to the results file. */
  readonly evidence: string | null;
  /** A command that runs this scenario alone against the same target. */
  readonly repro: string;
  /** A command that sends the decisive request alone. */
  readonly request: string | null;
  /** Whether it fails as an `expected` entry of the target file says. */
  readonly expected: boolean;
}

export interface ExpectationResult extends ExpectedDeviation {
  readonly state: ExpectationState;
}

/** Sorts clauses by feature, then by line: the order of every results document, sharded or not. */
export function inFeatureOrder(a: ClauseResult, b: ClauseResult): number {
  if (a.feature !== b.feature) return a.feature < b.feature ? -1 : 1;
  return firstLine(a) - firstLine(b) || (a.id < b.id ? -1 : 1);
}

function firstLine({ scenarios }: ClauseResult): number {
  return Math.min(Number.MAX_SAFE_INTEGER, ...scenarios.map(({ line }) => line));
}
