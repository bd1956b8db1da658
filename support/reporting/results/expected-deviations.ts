import { explains, stateOfExpectation } from '../../harness/verdict/expected-deviation.ts';
import type { ExpectedDeviation } from '../../harness/verdict/expected-deviation.ts';
import type { ClauseResult, ExpectationResult, Results, ScenarioResult } from './results.ts';

/** The state of the known deviations; absent if the target file lists none. */
export function expectationResults(
  expected: readonly ExpectedDeviation[] | undefined,
  clauses: readonly ClauseResult[],
  today: string,
): Pick<Results, 'expected'> {
  if (expected === undefined) return {};
  return { expected: expected.map((entry) => ({ ...entry, state: stateOfExpectation(entry, clauses, today) })) };
}

/** The clauses, with failing scenarios marked as known deviations if an entry says so. */
export function markExpected(
  clauses: readonly ClauseResult[],
  expected: readonly ExpectationResult[] | undefined,
): ClauseResult[] {
  return clauses.map((clause) => ({
    ...clause,
    scenarios: clause.scenarios.map((scenario) => ({
      ...scenario,
      expected: knownDeviation(expected, clause, scenario) !== null,
    })),
  }));
}

/** The entry for this failure of the scenario; `null` if it does not fail, or there is no entry. */
export function knownDeviation(
  expected: readonly ExpectationResult[] | undefined,
  clause: ClauseResult,
  scenario: ScenarioResult,
): ExpectationResult | null {
  const occurring = (expected ?? []).filter(({ state }) => state === 'occurs');
  return occurring.find((entry) => explains(entry, clause, scenario)) ?? null;
}

/** The clauses that fail as an entry says. */
export function knownClauses(expected: readonly ExpectationResult[] | undefined): string[] {
  return (expected ?? []).filter(({ state }) => state === 'occurs').map(({ clause }) => clause);
}
