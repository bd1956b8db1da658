import { printableLine } from '../../harness/evidence/printable.ts';
import { byGravity } from '../../harness/verdict/verdict.ts';
import { countScenarios, isFailure } from '../results/conclusion.ts';
import { knownClauses } from '../results/expected-deviations.ts';
import type { ClauseResult, Results, SubjectResult } from '../results/results.ts';
import type { TerminalStyle } from './terminal-style.ts';

/** The verdict of a run and its basis: one line, then one for the store and one for the program. */
export function verdictLines(results: Results, style: TerminalStyle): string {
  const { target, verdict, clauses, durationMs, requests, store, program } = results;
  const size = [
    counted(clauses.length, 'clause'),
    `${counted(countScenarios(clauses), 'scenario')} with ${counted(requests, 'request')}`,
    `${(durationMs / 1000).toFixed(1)} s`,
  ].join(', ');
  const headline = `${style.symbol(verdict)}${style.verdict(verdict, style.strong(headlineOf(results)))}`;
  return [
    `${headline}, ${completeness(results)}: ${size}`,
    ...(store === null ? [] : [`  store    ${printableLine(target.name)}: ${subjectLine('store', store, clauses)}`]),
    ...(program === null
      ? []
      : [`  program  ${printableLine(program.name)}: ${subjectLine('program', program, clauses)}`]),
    ...provenance(results),
  ].join('\n');
}

/**
 * `conformant with 1 known deviation`, or why a run is nonconformant though every clause may be conformant. A verdict on the user's own features names them: it must not pass for one of the
 * suite.
 */
export function headlineOf({ verdict, expected, suite }: Pick<Results, 'verdict' | 'expected' | 'suite'>): string {
  const known = new Set(knownClauses(expected)).size;
  const absent = (expected ?? []).filter(({ state }) => state === 'absent').length;
  return [
    verdict,
    ...(verdict === 'nonconformant' && absent > 0
      ? [`with ${counted(absent, 'expected entry', 'expected entries')} to remove`]
      : []),
    ...(verdict === 'conformant' && known > 0 ? [`with ${counted(known, 'known deviation')}`] : []),
    ...(suite.features === undefined ? [] : [`(${printableLine(suite.features)})`]),
  ].join(' ');
}

/** `3 of 171 clauses nonconformant, 1 inconclusive; 118 blocked by ENV-27`. */
export function subjectLine(
  subject: ClauseResult['judges'],
  { verdict, counts }: SubjectResult,
  clauses: readonly ClauseResult[],
): string {
  const own = clauses.filter(({ judges }) => judges === subject);
  const failing = byGravity.filter((which) => isFailure(which) && counts[which] > 0);
  const silent = byGravity.filter((which) => !isFailure(which) && which !== 'blocked' && counts[which] > 0);
  const [graver, ...lighter] =
    failing.length === 0 ? [verdict, ...silent.filter((which) => which !== verdict)] : failing;
  const headline = `${counts[graver ?? verdict]} of ${counted(own.length, 'clause')} ${graver}`;
  return [[headline, ...lighter.map((which) => `${counts[which]} ${which}`)].join(', '), ...blockers(own)].join('; ');
}

function blockers(clauses: readonly ClauseResult[]): readonly string[] {
  const blocked = Map.groupBy(
    clauses.filter(({ verdict }) => verdict === 'blocked'),
    ({ blockedBy }) => blockedBy ?? 'a clause that is not named',
  );
  return [...blocked].map(([by, members]) => `${members.length} blocked by ${by}`);
}

/** The verdict of a replay must not be mistaken for that of a store. */
function provenance({ target, exchanges }: Results): readonly string[] {
  const { live = 0, reference = 0, documented = 0 } = exchanges ?? {};
  const counts = [
    ...(live > 0 ? [`${counted(live, 'exchange')} with the store`] : []),
    ...(reference > 0 ? [`${counted(reference, 'exchange')} with the reference store`] : []),
    ...(documented > 0 ? [`${counted(documented, 'exchange')} that documentation prints`] : []),
  ];
  if (target.kind === 'recordings') return [`  Replayed ${counts.join(', ')}: this proves the harness, not a server.`];
  return counts.length === 0 ? [] : [`  Based on ${counts.join(', ')}.`];
}

function completeness({ complete, clauses, suite }: Results): string {
  if (complete) return 'complete';
  const ran = countScenarios(clauses);
  const scenarios = clauses.flatMap((clause) => clause.scenarios);
  const without = (['untested', 'blocked'] as const).map(
    (which) => [which, scenarios.filter(({ verdict }) => verdict === which).length] as const,
  );
  const missing = [
    ...(ran < suite.scenarios
      ? [`${ran} of ${suite.features === undefined ? "the suite's " : ''}${suite.scenarios} scenarios ran`]
      : []),
    ...without.filter(([, count]) => count > 0).map(([which, count]) => `${counted(count, 'scenario')} ${which}`),
  ];
  return `not complete (${missing.join(', ')})`;
}

export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
