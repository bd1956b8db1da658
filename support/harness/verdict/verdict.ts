/**
 * The verdicts on scenarios, clauses and runs, and how a verdict follows from those below it.
 * Pure functions: each line of the tables in the README has a test.
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

/** A verdict and, unless it is `conformant`, why: in words that hold no ids, so that two runs can be compared. */
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

/** A deviation that the target's owner knows of and has written down in the target file. */
export interface ExpectedDeviation {
  readonly clause: string;
  /** The reason of the verdict, exactly as a run states it. */
  readonly observed: string;
  readonly issue: string;
  /** The last day, `YYYY-MM-DD`, on which the entry still excuses the clause. */
  readonly until: string;
}

export type ExpectationState =
  | 'occurs' // the clause fails for exactly this reason: excused
  | 'absent' // the clause no longer fails
  | 'changed' // the clause fails for another reason
  | 'expired' // the date has passed
  | 'not run'; // the run has no verdict on the clause, and the date has not passed

export interface ClauseVerdict extends ReasonedVerdict {
  readonly id: string;
  readonly level: Level;
  /** The verdicts that it follows from: a graver one can hide an untested scenario. */
  readonly scenarios?: readonly ReasonedVerdict[];
}

/** Compares an expected deviation with what was seen. `today` is `YYYY-MM-DD`. */
export function stateOfExpectation(
  expected: ExpectedDeviation,
  clauses: readonly ClauseVerdict[],
  today: string,
): ExpectationState {
  const expired = today > expected.until;
  const clause = clauses.find(({ id }) => id === expected.clause);
  switch (clause?.verdict) {
    case 'nonconformant':
      if (clause?.reason !== expected.observed) return 'changed';
      return expired ? 'expired' : 'occurs';
    case 'conformant':
    case 'observed':
      return 'absent';
    case 'blocked':
    case 'unsupported':
    case 'untested':
    case 'inconclusive':
    case 'harness-error':
    case undefined:
      // A date passes whether or not the clause ran.
      return expired ? 'expired' : 'not run';
  }
}

export type RunVerdict = Extract<Verdict, 'harness-error' | 'nonconformant' | 'inconclusive' | 'conformant'>;

export interface RunVerdictReason {
  readonly verdict: RunVerdict;
  /** False while anything is untested or blocked, or fewer scenarios ran than there are. */
  readonly complete: boolean;
}

export interface RunFacts {
  readonly clauses: readonly ClauseVerdict[];
  readonly expected: readonly ExpectedDeviation[];
  /** With `strict`, a `should` clause fails the run as a `must` clause does. */
  readonly strict: boolean;
  readonly today: string;
  readonly scenariosRun: number;
  readonly scenariosInSuite: number;
}

export function verdictOnRun(facts: RunFacts): RunVerdictReason {
  return { verdict: runVerdict(facts), complete: isComplete(facts) };
}

function runVerdict({ clauses, expected, strict, today }: RunFacts): RunVerdict {
  const states = expected.map((entry) => ({ entry, state: stateOfExpectation(entry, clauses, today) }));
  const excused = new Set(states.filter(({ state }) => state === 'occurs').map(({ entry }) => entry.clause));
  const failing = clauses.filter(
    ({ id, level, verdict }) =>
      verdict === 'nonconformant' && !excused.has(id) && (level === 'must' || (strict && level === 'should')),
  );
  const stale = states.some(({ state }) => state === 'absent' || state === 'changed' || state === 'expired');
  if (clauses.some(({ verdict }) => verdict === 'harness-error')) return 'harness-error';
  if (failing.length > 0 || stale) return 'nonconformant';
  // A clause that only observes decides nothing.
  if (clauses.some(({ level, verdict }) => verdict === 'inconclusive' && level !== 'observe')) return 'inconclusive';
  return 'conformant';
}

function isComplete({ clauses, scenariosRun, scenariosInSuite }: RunFacts): boolean {
  const verdicts = clauses.flatMap((clause) => [clause, ...(clause.scenarios ?? [])]);
  return (
    scenariosRun >= scenariosInSuite && !verdicts.some(({ verdict }) => verdict === 'untested' || verdict === 'blocked')
  );
}

/** The process exit code that a run's verdict asks for. Wrong usage is 2 and never reaches a verdict. */
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
