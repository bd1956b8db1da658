import { basename } from 'node:path';
import { printableLine, shortLine } from '../../harness/evidence/printable.ts';
import { byGravity } from '../../harness/verdict/verdict.ts';
import type { Verdict } from '../../harness/verdict/verdict.ts';
import { countVerdicts } from '../results/conclusion.ts';
import { suiteName } from '../results/results.ts';
import type { ClauseResult, ExpectationResult, Results } from '../results/results.ts';
import { columns } from '../text/columns.ts';
import { failures, longestReason } from './failures.ts';
import type { FailureDetails } from './failures.ts';
import type { TerminalStyle } from './terminal-style.ts';
import { counted, verdictLines } from './verdict-lines.ts';

export interface SummaryDetails extends FailureDetails {
  /** Whether every observation is printed, or only how many there are. */
  readonly verbose: boolean;
  /** What was written and where, e.g. `{ what: 'Page', where: 'reports/index.html' }`. */
  readonly written: readonly { readonly what: string; readonly where: string }[];
}

/** The order of the table's columns: good verdicts first. */
const columnOrder = byGravity.toReversed();

/** The summary of a run for people: failures and the verdict come last. Ends with a line feed. */
export function summary(results: Results, details: SummaryDetails, style: TerminalStyle): string {
  const sections = [
    heading(results, style),
    featureTable(results.clauses, style),
    observations(results.clauses, details, style),
    ...(['unsupported', 'untested', 'blocked'] as const).map((verdict) =>
      groupedByReason(results.clauses, verdict, style),
    ),
    ...(['inconclusive', 'nonconformant', 'harness-error'] as const).map((verdict) =>
      failures(results, verdict, details, style),
    ),
    knownDeviations(results.expected ?? [], style),
    verdictLines(results, style),
    columns(
      details.written.map(({ what, where }) => [what, where]),
      'left',
    ).join('\n'),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function heading({ target, suite }: Results, style: TerminalStyle): string {
  const how = `${target.kind}, signature ${target.signature}, ${target.addressing} addressing`;
  return `${style.strong(printableLine(target.name))}  ${printableLine(target.endpoint)}  ${how}  suite ${printableLine(suiteName(suite))}`;
}

function featureTable(clauses: readonly ClauseResult[], style: TerminalStyle): string {
  const occurring = columnOrder.filter((verdict) => clauses.some((clause) => clause.verdict === verdict));
  const features = Map.groupBy(clauses, ({ feature }) => basename(feature, '.feature'));
  const rows = [...features].map(([feature, ofFeature]) => [printableLine(feature), ...cells(ofFeature, occurring)]);
  const total = features.size > 1 ? [['total', ...cells(clauses, occurring)]] : [];
  const [header = '', ...body] = columns([['clauses of', ...occurring], ...rows, ...total], 'right');
  return [style.strong(header), ...body].join('\n');
}

function cells(clauses: readonly ClauseResult[], verdicts: readonly Verdict[]): string[] {
  const counts = countVerdicts(clauses);
  return verdicts.map((verdict) => (counts[verdict] === 0 ? '·' : String(counts[verdict])));
}

/** Forty clauses without one capability are one line, but each id can be found. What lacks two things is in two lines. */
function groupedByReason(clauses: readonly ClauseResult[], verdict: Verdict, style: TerminalStyle): string {
  const ofVerdict = clauses.filter((clause) => clause.verdict === verdict);
  if (ofVerdict.length === 0) return '';
  const grounds = ofVerdict.flatMap((clause) => reasonsOf(clause).map((reason) => ({ reason, id: clause.id })));
  const lines = [...Map.groupBy(grounds, ({ reason }) => reason)].map(
    ([reason, members]) =>
      `  ${style.symbol(verdict)}${shortLine(reason, longestReason)}: ${members.map(({ id }) => style.verdict(verdict, id)).join(', ')}`,
  );
  return [style.strong(verdict), ...lines].join('\n');
}

function reasonsOf({ verdict, reason, scenarios }: ClauseResult): readonly string[] {
  const own = scenarios.flatMap((scenario) => (scenario.verdict === verdict ? (scenario.reason ?? []) : []));
  return own.length > 0 ? [...new Set(own)] : [reason ?? 'no reason was given'];
}

/** The observations. The page lists each; a failed run must not end with them. */
function observations(clauses: readonly ClauseResult[], { verbose }: SummaryDetails, style: TerminalStyle): string {
  const observed = clauses.filter(({ verdict }) => verdict === 'observed');
  if (observed.length === 0) return '';
  if (!verbose) return `${style.strong('observed')}  ${counted(observed.length, 'clause')}, listed with --verbose`;
  return [style.strong('observed'), ...observed.flatMap((clause) => observation(clause, style))].join('\n');
}

function observation({ id, title, scenarios }: ClauseResult, style: TerminalStyle): readonly string[] {
  const seen = scenarios.map(
    ({ name, reason }) => [printableLine(name), shortLine(reason ?? 'nothing was noted', longestReason)] as const,
  );
  return [
    `  ${style.symbol('observed')}${style.verdict('observed', id)}  ${printableLine(title)}`,
    ...seen.map(([name, reason]) => `      ${name}: ${reason}`),
  ];
}

function knownDeviations(expected: readonly ExpectationResult[], style: TerminalStyle): string {
  if (expected.length === 0) return '';
  const lines = expected.map(
    (entry) => `  ${printableLine(placeOf(entry))}  ${stateInWords(entry)} (${printableLine(entry.issue)})`,
  );
  return [style.strong('known deviations'), ...lines].join('\n');
}

function placeOf({ clause, scenario }: ExpectationResult): string {
  return scenario === undefined ? clause : `${clause} ${scenario}:`;
}

function stateInWords({ state, observed, until }: ExpectationResult): string {
  const known = shortLine(observed, longestReason);
  switch (state) {
    case 'occurs':
      return `occurs as written down, excused until ${until}: ${known}`;
    case 'absent':
      return `no longer occurs, remove the entry from the target file: ${known}`;
    case 'changed':
      return `fails for another reason than the one written down: ${known}`;
    case 'expired':
      return `was excused until ${until}: ${known}`;
    case 'not run':
      return `not judged in this run: ${known}`;
  }
}
