import type { ReasonedVerdict } from './verdict.ts';
import { printableLine } from '../evidence/printable.ts';

/** A known deviation, listed in the target file. */
export interface ExpectedDeviation {
  readonly clause: string;
  /** The name of its scenario; absent if it is about every scenario of the clause. */
  readonly scenario?: string;
  /** The reason of a scenario, or of the whole clause, as a run states it. */
  readonly observed: string;
  readonly issue: string;
  /** The last day, `YYYY-MM-DD`, on which the entry is valid. */
  readonly until: string;
}

export type ExpectationState =
  | 'occurs' // it fails for exactly this reason: excused
  | 'absent' // it no longer fails
  | 'changed' // it fails for another reason
  | 'expired' // the date has passed
  | 'not run'; // the run has no verdict on it, and the date has not passed

export interface JudgedScenario extends ReasonedVerdict {
  readonly name: string;
}

/** The part of a clause that matters for expected deviations. */
export interface JudgedClause {
  readonly id: string;
  readonly reason: string | null;
  readonly scenarios: readonly JudgedScenario[];
}

/** Compares an expected deviation with the results. `today` is `YYYY-MM-DD`. */
export function stateOfExpectation(
  entry: ExpectedDeviation,
  clauses: readonly JudgedClause[],
  today: string,
): ExpectationState {
  const expired = today > entry.until;
  const clause = clauses.find(({ id }) => id === entry.clause);
  const judged = clause?.scenarios.filter((scenario) => isAbout(entry, scenario)) ?? [];
  const failing = judged.filter(({ verdict }) => verdict === 'nonconformant');
  if (clause !== undefined && failing.length > 0) {
    if (!failing.some((scenario) => explains(entry, clause, scenario))) return 'changed';
    return expired ? 'expired' : 'occurs';
  }
  const works = judged.every(({ verdict }) => verdict === 'conformant' || verdict === 'observed');
  if (judged.length > 0 && works) return 'absent';
  // An entry expires whether or not its scenarios ran.
  return expired ? 'expired' : 'not run';
}

/** Whether the entry says that the scenario of the clause fails, and that it fails for this reason. */
export function explains(entry: ExpectedDeviation, clause: JudgedClause, scenario: JudgedScenario): boolean {
  if (scenario.verdict !== 'nonconformant' || entry.clause !== clause.id || !isAbout(entry, scenario)) return false;
  const reasons = entry.scenario === undefined ? [scenario.reason, clause.reason] : [scenario.reason];
  return reasons.some((reason) => reason !== null && printableLine(reason) === printableLine(entry.observed));
}

/** The name of an example row can begin with a space that a target file loses. */
function isAbout({ scenario: named }: ExpectedDeviation, { name }: JudgedScenario): boolean {
  return named === undefined || printableLine(named.trim()) === printableLine(name.trim());
}
