/**
 * The verdicts on scenarios, clauses and runs, and how each follows from the level below. Pure functions: each line of
 * the tables in the README has a test.
 */

export type Level = 'must' | 'should' | 'observe';

export type Verdict =
  | 'conformant'
  | 'nonconformant'
  | 'blocked'
  | 'unsupported'
  | 'untested'
  | 'inconclusive'
  | 'observed'
  | 'harness-error';

/** From the gravest to the lightest: a clause takes the gravest verdict of its scenarios. */
export const byGravity = [
  'harness-error',
  'nonconformant',
  'inconclusive',
  'blocked',
  'untested',
  'unsupported',
  'observed',
  'conformant',
] as const satisfies readonly Verdict[];

/** A verdict and, unless it is `conformant`, the reason, in words without ids, so that two runs can be compared. */
export interface ReasonedVerdict {
  readonly verdict: Verdict;
  readonly reason: string | null;
  /** Only with `blocked`: the clause of the instrument that does not work on this target. */
  readonly blockedBy?: string | null;
}

export type RunVerdict = Extract<Verdict, 'harness-error' | 'nonconformant' | 'inconclusive' | 'conformant'>;
