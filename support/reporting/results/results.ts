import type { ExpectationState, Level, RunVerdict, Verdict } from '../../harness/verdict/verdict.ts';

/** `reports/results.json`: the machine-readable verdict. Its JSON Schema stands in `results.schema.json`. */
export interface Results {
  readonly schema: 'oss-conformance/results/1';
  readonly suite: { readonly version: string; readonly clauses: number; readonly scenarios: number };
  readonly target: ResultsTarget;
  /** ISO 8601. */
  readonly started: string;
  readonly durationMs: number;
  /** What the scenarios sent to a store; to prepare and remove buckets takes about as many again. */
  readonly requests: number;
  /** How many exchanges the verdicts rest on, by where they come from: a store, the reference store, or a page. */
  readonly exchanges?: Readonly<Record<'live' | 'reference' | 'documented', number>>;
  readonly verdict: RunVerdict;
  readonly complete: boolean;
  /** How many clauses have each verdict. */
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly clauses: readonly ClauseResult[];
  /** Present where the target file lists known deviations. */
  readonly expected?: readonly ExpectationResult[];
}

export interface ResultsTarget {
  readonly name: string;
  readonly kind: 'reference' | 'endpoint' | 'recordings';
  readonly endpoint: string;
  readonly signature: 'v1' | 'v4';
  readonly addressing: 'path' | 'virtual';
  readonly capabilities: readonly string[];
}

export interface ClauseResult {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly source: string;
  /** Path of the feature that holds the clause's rule. */
  readonly feature: string;
  readonly verdict: Verdict;
  readonly reason: string | null;
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
  /** A command that runs this clause alone against the same target. */
  readonly repro: string;
}

export interface ExpectationResult {
  readonly clause: string;
  readonly observed: string;
  readonly issue: string;
  readonly until: string;
  readonly state: ExpectationState;
}

/** Feature by feature, each from top to bottom: the order of a results document, sharded or not. */
export function inFeatureOrder(a: ClauseResult, b: ClauseResult): number {
  if (a.feature !== b.feature) return a.feature < b.feature ? -1 : 1;
  return firstLine(a) - firstLine(b) || (a.id < b.id ? -1 : 1);
}

function firstLine({ scenarios }: ClauseResult): number {
  return Math.min(Number.MAX_SAFE_INTEGER, ...scenarios.map(({ line }) => line));
}
