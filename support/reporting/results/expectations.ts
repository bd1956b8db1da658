import { stateOfExpectation } from '../../harness/verdict/verdict.ts';
import type { ExpectedDeviation } from '../../harness/verdict/verdict.ts';
import type { ClauseResult, ExpectationResult, Results } from './results.ts';

/** What the clauses say of the known deviations; absent where the target file lists none. */
export function expectationResults(
  expected: readonly ExpectedDeviation[] | undefined,
  clauses: readonly ClauseResult[],
  today: string,
): Pick<Results, 'expected'> {
  if (expected === undefined) return {};
  return { expected: expected.map((entry) => ({ ...entry, state: stateOfExpectation(entry, clauses, today) })) };
}

/** The clauses whose failing scenarios are marked as known deviations where an entry says so. */
export function markExpected(
  clauses: readonly ClauseResult[],
  expected: readonly ExpectationResult[] | undefined,
): ClauseResult[] {
  const known = new Set(knownClauses(expected));
  return clauses.map((clause) => ({
    ...clause,
    scenarios: clause.scenarios.map((scenario) => ({
      ...scenario,
      expected: scenario.verdict === 'nonconformant' && known.has(clause.id),
    })),
  }));
}

/** The clauses that fail exactly as an entry says. */
export function knownClauses(expected: readonly ExpectationResult[] | undefined): string[] {
  return (expected ?? []).filter(({ state }) => state === 'occurs').map(({ clause }) => clause);
}
