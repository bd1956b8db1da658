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

/** The verdict on a clause is the gravest of its scenarios'; its reason names each distinct reason of that gravity once. */
export function verdictOnClause(scenarios: readonly ReasonedVerdict[]): ReasonedVerdict {
  const verdict = byGravity.find((candidate) => scenarios.some((scenario) => scenario.verdict === candidate));
  if (verdict === undefined) return { verdict: 'untested', reason: 'none of its scenarios ran' };
  const reasons = scenarios.filter((scenario) => scenario.verdict === verdict).map((scenario) => scenario.reason);
  const distinct = [...new Set(reasons.filter((reason) => reason !== null))];
  return { verdict, reason: distinct.length > 0 ? distinct.join('; ') : null, ...blockerOf(verdict, scenarios) };
}

function blockerOf(verdict: Verdict, scenarios: readonly ReasonedVerdict[]): Pick<ReasonedVerdict, 'blockedBy'> {
  const blockedBy = verdict === 'blocked' ? scenarios.find((scenario) => scenario.blockedBy)?.blockedBy : null;
  return blockedBy === null || blockedBy === undefined ? {} : { blockedBy };
}

export type RunVerdict = Extract<Verdict, 'harness-error' | 'nonconformant' | 'inconclusive' | 'conformant'>;

/** The exit code for a run's verdict. Wrong usage is 2 and never reaches a verdict. */
export function exitCode(verdict: RunVerdict): 0 | 1 | 3 | 4 {
  switch (verdict) {
    case 'conformant':
      return 0;
    case 'nonconformant':
      return 1;
    case 'inconclusive':
      return 3;
    case 'harness-error':
      return 4;
  }
}
