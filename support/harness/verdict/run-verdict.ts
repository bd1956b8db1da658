import { explains, stateOfExpectation, type ExpectedDeviation, type JudgedScenario } from './expected-deviation.ts';
import type { Level, ReasonedVerdict, RunVerdict } from './verdict.ts';

export interface ClauseVerdict extends ReasonedVerdict {
  readonly id: string;
  readonly level: Level;
  /** The verdicts behind it: a graver one can hide an untested scenario. */
  readonly scenarios: readonly JudgedScenario[];
}

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
  const occurring = states.filter(({ state }) => state === 'occurs').map(({ entry }) => entry);
  const failing = clauses.filter(
    (clause) =>
      clause.verdict === 'nonconformant' &&
      (clause.level === 'must' || (strict && clause.level === 'should')) &&
      !isExcused(clause, occurring),
  );
  const stale = states.some(({ state }) => state === 'absent' || state === 'changed' || state === 'expired');
  if (clauses.some(({ verdict }) => verdict === 'harness-error')) return 'harness-error';
  if (failing.length > 0 || stale) return 'nonconformant';
  // No store is conformant of which nothing was seen.
  if (clauses.length === 0) return 'inconclusive';
  // Where the documentation is silent, nothing decides a run.
  if (clauses.some(({ verdict, level }) => verdict === 'inconclusive' && level !== 'observe')) return 'inconclusive';
  return 'conformant';
}

/** Whether each of its failures is a known deviation. */
function isExcused(clause: ClauseVerdict, occurring: readonly ExpectedDeviation[]): boolean {
  const failing = clause.scenarios.filter(({ verdict }) => verdict === 'nonconformant');
  return (
    failing.length > 0 && failing.every((scenario) => occurring.some((entry) => explains(entry, clause, scenario)))
  );
}

function isComplete({ clauses, scenariosRun, scenariosInSuite }: RunFacts): boolean {
  const verdicts = clauses.flatMap((clause) => [clause, ...clause.scenarios]);
  return (
    scenariosRun >= scenariosInSuite && !verdicts.some(({ verdict }) => verdict === 'untested' || verdict === 'blocked')
  );
}
