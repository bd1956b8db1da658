import { byGravity, verdictOnClause, verdictOnRun, stateOfExpectation } from '../../harness/verdict/verdict.ts';
import type { RunVerdictReason, Verdict } from '../../harness/verdict/verdict.ts';
import type { ClauseResult, Results } from './results.ts';

/** How many clauses have each verdict. */
export function countVerdicts(clauses: readonly { readonly verdict: Verdict }[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = {
    conformant: 0,
    nonconformant: 0,
    unsupported: 0,
    untested: 0,
    inconclusive: 0,
    observed: 0,
    'harness-error': 0,
  };
  for (const { verdict } of clauses) counts[verdict] += 1;
  return counts;
}

/** How many scenarios a results document tells of; those that were not given what they need are among them. */
export function countScenarios(clauses: readonly ClauseResult[]): number {
  return clauses.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
}

/** The first statement of the document that its scenarios do not bear out, in one line; `null` where all agree. */
export function contradictionIn(results: Results): string | null {
  return (
    impossibleDate(results) ??
    repeatedClause(results.clauses) ??
    misjudgedClause(results.clauses) ??
    miscounted(results) ??
    misstatedExpectation(results) ??
    misjudgedRun(results)
  );
}

/**
 * Whether the run's verdict was reached with `--strict`, which a document does not say.
 * `null` where it makes no difference to this document.
 */
export function strictnessOf(results: Results): boolean | null {
  const strict = judgedAs(results, true);
  const lenient = judgedAs(results, false);
  return strict === lenient ? null : strict;
}

/** The days on which the run may have asked whether an expectation has expired: it can begin on one and end on the next. */
function daysOf({ started, durationMs }: Results): readonly string[] {
  const beginning = Date.parse(started);
  const days = [beginning, beginning + durationMs].map((time) => new Date(time).toISOString().slice(0, 10));
  return [...new Set(days)];
}

function judgedAs(results: Results, strict: boolean): boolean {
  return daysOf(results).some((today) => rejudge(results, strict, today).verdict === results.verdict);
}

function rejudge(results: Results, strict: boolean, today: string): RunVerdictReason {
  return verdictOnRun({
    clauses: results.clauses,
    expected: results.expected ?? [],
    strict,
    today,
    scenariosRun: countScenarios(results.clauses),
    scenariosInSuite: results.suite.scenarios,
  });
}

function impossibleDate({ started }: Results): string | null {
  return Number.isNaN(Date.parse(started)) ? `started is not a date: ${started}` : null;
}

function repeatedClause(clauses: readonly ClauseResult[]): string | null {
  const seen = new Set<string>();
  for (const { id } of clauses) {
    if (seen.has(id)) return `clause ${id} stands in it twice`;
    seen.add(id);
  }
  return null;
}

function misjudgedClause(clauses: readonly ClauseResult[]): string | null {
  for (const { id, verdict, reason, scenarios } of clauses) {
    const judged = verdictOnClause(scenarios);
    if (judged.verdict !== verdict) {
      return `clause ${id} is said to be ${verdict}, its scenarios make it ${judged.verdict}`;
    }
    if (judged.reason !== reason) return `the reason of clause ${id} is not that of its scenarios`;
  }
  return null;
}

function miscounted({ clauses, counts }: Results): string | null {
  const counted = countVerdicts(clauses);
  for (const verdict of byGravity) {
    if (counts[verdict] === counted[verdict]) continue;
    return `counts.${verdict} is ${counts[verdict]}, but ${counted[verdict]} clauses are ${verdict}`;
  }
  return null;
}

function misstatedExpectation(results: Results): string | null {
  const days = daysOf(results);
  for (const entry of results.expected ?? []) {
    const possible = days.map((today) => stateOfExpectation(entry, results.clauses, today));
    if (!possible.includes(entry.state)) {
      return `the deviation expected of ${entry.clause} is said to be "${entry.state}", the clauses make it "${possible[0]}"`;
    }
  }
  return null;
}

function misjudgedRun(results: Results): string | null {
  if (!judgedAs(results, false) && !judgedAs(results, true)) {
    return `verdict is ${results.verdict}, but the clauses do not add up to it`;
  }
  const [today = ''] = daysOf(results);
  const { complete } = rejudge(results, false, today);
  if (complete !== results.complete) return `complete is ${results.complete}, but the clauses make it ${complete}`;
  return null;
}
