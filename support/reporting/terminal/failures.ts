import { printableLine, shortLine } from '../../harness/evidence/printable.ts';
import type { Verdict } from '../../harness/verdict/verdict.ts';
import { failingScenarios } from '../results/conclusion.ts';
import type { Cause, ClauseResult, Results, ScenarioResult } from '../results/results.ts';
import { columns } from '../text/columns.ts';
import type { TerminalStyle } from './terminal-style.ts';

/** A reason can quote a whole answer; the page has it in full. */
export const longestReason = 400;

/** How much of one cause is listed. */
const listed = { clauses: 3, scenarios: 3, blocked: 8 } as const;

/** How many causes of one verdict are listed: more would push the first off the screen. */
const listedCauses = 6;

export interface FailureDetails {
  /** The rule of each clause, by its id. */
  readonly says: ReadonlyMap<string, string>;
  /** The folder of the results file; paths to evidence are relative to it. */
  readonly reports: string;
}

/** The failing clauses with one verdict, by cause: where, what was expected, what came, and how to reproduce it. */
export function failures(results: Results, verdict: Verdict, details: FailureDetails, style: TerminalStyle): string {
  const causes = results.causes.filter(({ clauses: [id] }) => verdictOf(results, id) === verdict);
  if (causes.length === 0) return '';
  const blocks = causes.slice(0, listedCauses).map((cause) => causeBlock(cause, results, verdict, details, style));
  const more = causes.length - blocks.length;
  const rest =
    more > 0 ? [`  and ${more} more ${more === 1 ? 'cause' : 'causes'}: see ${details.reports}/index.html`] : [];
  return [style.strong(verdict), ...blocks, ...rest].join('\n');
}

function verdictOf({ clauses }: Results, id: string | undefined): Verdict | undefined {
  return clauses.find((clause) => clause.id === id)?.verdict;
}

function causeBlock(
  cause: Cause,
  { clauses }: Results,
  verdict: Verdict,
  { says, reports }: FailureDetails,
  style: TerminalStyle,
): string {
  const failing = clauses.filter(({ id }) => cause.clauses.includes(id));
  const titles = failing.slice(0, listed.clauses).map((clause) => titleOf(clause, verdict, style));
  const others = failing.slice(listed.clauses).map(({ id }) => style.verdict(verdict, id));
  const [first] = failing;
  const facts: readonly Fact[] = [
    ...(failing.length === 1 && first !== undefined ? documented(says.get(first.id)) : []),
    ...placesOf(cause, failing),
    ...expectedAndGot(cause.reason),
    ...(cause.blocks.length === 0 ? [] : [['blocks', idsIn(cause.blocks)] as const]),
    ...leadsOf(cause, failing, reports),
  ];
  return [...titles, ...(others.length === 0 ? [] : [`  and ${others.join(', ')}`]), indented(facts)].join('\n');
}

function titleOf({ id, title, level, scenarios }: ClauseResult, verdict: Verdict, style: TerminalStyle): string {
  const known = scenarios.some(({ expected }) => expected) ? ', known deviation' : '';
  return `  ${style.symbol(verdict)}${style.verdict(verdict, id)}  ${printableLine(title)} (${level}${known})`;
}

type Fact = readonly [what: string, text: string];

function indented(facts: readonly Fact[]): string {
  return columns(facts, 'left')
    .map((line) => `      ${line}`)
    .join('\n');
}

function documented(says: string | undefined): readonly Fact[] {
  return says === undefined ? [] : [['says', shortLine(says.trim().replaceAll(/\s+/g, ' '), longestReason)]];
}

interface Place {
  readonly feature: string;
  readonly scenario: ScenarioResult;
}

function failingPlaces({ reason }: Cause, failing: readonly ClauseResult[]): readonly Place[] {
  const places = failing.flatMap((clause) =>
    failingScenarios(clause).map((scenario) => ({ feature: clause.feature, scenario })),
  );
  const own = places.filter(({ scenario }) => scenario.reason === reason);
  return own.length === 0 ? places : own;
}

/** A terminal makes a link of file and line, so each place has its own line. */
function placesOf(cause: Cause, failing: readonly ClauseResult[]): readonly Fact[] {
  const places = failingPlaces(cause, failing);
  const first = places
    .slice(0, listed.scenarios)
    .map(({ feature, scenario: { name, line } }) => ['at', printableLine(`${feature}:${line}  ${name}`)] as const);
  const more = places.length - first.length;
  return more > 0 ? [...first, ['', `and ${more} more`]] : first;
}

/** Nonconformance reads `expected …, got …`: the first part is ours, the second may quote the store. */
function expectedAndGot(reason: string): readonly Fact[] {
  const [, expected, got] = /^expected (.*?), got (.*)$/s.exec(reason) ?? [];
  if (expected === undefined || got === undefined) return [['reason', shortLine(reason, longestReason)]];
  return [
    ['expected', shortLine(expected, longestReason)],
    ['got', shortLine(got, longestReason)],
  ];
}

/**
 * How to continue from the first failing scenario: the request id for the store's log, the exchanges, and the commands
 * that reproduce it.
 */
function leadsOf(cause: Cause, failing: readonly ClauseResult[], reports: string): readonly Fact[] {
  const [place] = failingPlaces(cause, failing);
  if (place === undefined) return [];
  const { requestId, evidence, repro, request } = place.scenario;
  const leads: readonly (readonly [what: string, text: string | null])[] = [
    ['request id', requestId],
    ['evidence', evidence === null ? null : `${reports}/${evidence}`],
    ['repro', repro],
    ['request', request],
  ];
  return leads.flatMap(([what, text]) => (text === null ? [] : [[what, printableLine(text)] as const]));
}

/** `PBE-01, PBE-02 and 116 more`. */
function idsIn(ids: readonly string[]): string {
  const more = ids.length - listed.blocked;
  const first = ids.slice(0, listed.blocked).join(', ');
  return more > 0 ? `${first} and ${more} more` : first;
}
