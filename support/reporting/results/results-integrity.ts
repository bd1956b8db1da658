import { isDeepStrictEqual } from 'node:util';
import { stateOfExpectation } from '../../harness/verdict/expected-deviation.ts';
import { verdictOnClause } from '../../harness/verdict/clause-verdict.ts';
import { byGravity } from '../../harness/verdict/verdict.ts';
import { conclude } from './conclusion.ts';
import type { Conclusion } from './conclusion.ts';
import { knownDeviation } from './expected-deviations.ts';
import type { ClauseResult, Results } from './results.ts';

/** The first statement of the document that contradicts its scenarios, in one line; `null` if all agree. */
export function contradictionIn(results: Results): string | null {
  return (
    impossibleDate(results) ??
    repeatedClause(results.clauses) ??
    misjudgedClause(results.clauses) ??
    wrongBlocker(results.clauses) ??
    misstatedExpectation(results) ??
    wrongMark(results) ??
    misjudgedRun(results)
  );
}

/**
 * Whether the run's verdict was reached with `--strict`, which a document does not say. `null` if it makes no
 * difference.
 */
export function strictnessOf(results: Results): boolean | null {
  const strict = judgedAs(results, true);
  const lenient = judgedAs(results, false);
  return strict === lenient ? null : strict;
}

/** The days on which the run may have checked whether an expectation has expired: a run can pass midnight. */
function daysOf({ started, durationMs }: Results): readonly string[] {
  const beginning = Date.parse(started);
  const days = [beginning, beginning + durationMs].map((time) => new Date(time).toISOString().slice(0, 10));
  return [...new Set(days)];
}

function judgedAs(results: Results, strict: boolean): boolean {
  return daysOf(results).some((today) => {
    const { verdict, store, program } = rejudge(results, strict, today);
    return (
      verdict === results.verdict &&
      store?.verdict === results.store?.verdict &&
      program?.verdict === results.program?.verdict
    );
  });
}

function rejudge(results: Results, strict: boolean, today: string): Conclusion {
  const { clauses, expected, suite, program } = results;
  return conclude({
    clauses,
    expected: expected ?? [],
    strict,
    today,
    scenariosInSuite: suite.scenarios,
    program: program?.name ?? '',
  });
}

function impossibleDate({ started }: Results): string | null {
  return Number.isNaN(Date.parse(started)) ? `started is not a date: ${started}` : null;
}

function repeatedClause(clauses: readonly ClauseResult[]): string | null {
  const seen = new Set<string>();
  for (const { id } of clauses) {
    if (seen.has(id)) return `clause ${id} appears twice`;
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

function wrongBlocker(clauses: readonly ClauseResult[]): string | null {
  const wrong = clauses.find(({ verdict, blockedBy }) => blockedBy !== null && verdict !== 'blocked');
  return wrong === undefined ? null : `clause ${wrong.id} is ${wrong.verdict}, and blockedBy names ${wrong.blockedBy}`;
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

function wrongMark({ clauses, expected }: Results): string | null {
  for (const clause of clauses) {
    for (const scenario of clause.scenarios) {
      const { line, expected: marked } = scenario;
      if (marked !== (knownDeviation(expected, clause, scenario) !== null)) {
        return `the scenario of ${clause.id} at line ${line} is marked as ${marked ? 'a' : 'no'} known deviation, the entries say otherwise`;
      }
    }
  }
  return null;
}

function misjudgedRun(results: Results): string | null {
  const [today = ''] = daysOf(results);
  const { store, program, complete, causes } = rejudge(results, false, today);
  for (const [subject, counted] of Object.entries({ store, program })) {
    const stated = subject === 'store' ? results.store : results.program;
    const problem = miscounted(subject, stated?.counts ?? null, counted?.counts ?? null);
    if (problem !== null) return problem;
  }
  if (!judgedAs(results, false) && !judgedAs(results, true)) {
    return `verdict is ${results.verdict}, but the clauses do not add up to it`;
  }
  if (complete !== results.complete) return `complete is ${results.complete}, but the clauses make it ${complete}`;
  return isDeepStrictEqual(causes, results.causes) ? null : 'the causes are not those of the failing scenarios';
}

type Counts = NonNullable<Results['store']>['counts'];

function miscounted(subject: string, stated: Counts | null, counted: Counts | null): string | null {
  if (stated === null && counted === null) return null;
  if (stated === null || counted === null) {
    return stated === null
      ? `${subject} is null, but clauses judge it`
      : `${subject} is judged, but no clause judges it`;
  }
  for (const verdict of byGravity) {
    if (stated[verdict] === counted[verdict]) continue;
    return `${subject}.counts.${verdict} is ${stated[verdict]}, but ${counted[verdict]} clauses are ${verdict}`;
  }
  return null;
}
