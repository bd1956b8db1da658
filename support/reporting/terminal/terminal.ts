import { basename } from 'node:path';
import { byGravity } from '../../harness/verdict/verdict.ts';
import type { Verdict } from '../../harness/verdict/verdict.ts';
import { printableLine, shortLine } from '../../harness/evidence/printable.ts';
import type { ClauseResult, ExpectationResult, Results } from '../results/results.ts';
import { countScenarios, countVerdicts } from '../results/conclusion.ts';
import { columns } from '../text/columns.ts';
import { longestReason, nonconformance } from './terminal-nonconformance.ts';
import type { TerminalStyle } from './terminal-style.ts';

export interface SummaryDetails {
  /** What the documentation says, by clause id. */
  readonly says: ReadonlyMap<string, string>;
  /** What was written and where, e.g. `{ what: 'Allure report', where: 'reports/allure-report/index.html' }`. */
  readonly reports: readonly { readonly what: string; readonly where: string }[];
}

/** The order of the table's columns: what is good first, as one reads. */
const columnOrder = byGravity.toReversed();

/** What a person reads at the end of a run; ends with a line feed. */
export function summary(results: Results, details: SummaryDetails, style: TerminalStyle): string {
  const sections = [
    heading(results, style),
    featureTable(results.clauses, style),
    nonconformantClauses(results, details, style),
    ...(['harness-error', 'inconclusive', 'untested', 'unsupported'] as const).map((verdict) =>
      groupedByReason(results.clauses, verdict, style),
    ),
    observations(results.clauses, style),
    knownDeviations(results.expected ?? [], style),
    closing(results, details, style),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function heading({ target, suite }: Results, style: TerminalStyle): string {
  const how = `${target.kind}, signature ${target.signature}, ${target.addressing} addressing`;
  return `${style.strong(printableLine(target.name))}  ${printableLine(target.endpoint)}  ${how}  suite ${printableLine(suite.version)}`;
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

function nonconformantClauses({ clauses, expected }: Results, { says }: SummaryDetails, style: TerminalStyle): string {
  const failing = clauses.filter(({ verdict }) => verdict === 'nonconformant');
  if (failing.length === 0) return '';
  const excused = new Set((expected ?? []).filter(({ state }) => state === 'occurs').map(({ clause }) => clause));
  return `${style.strong('nonconformant')}\n${nonconformance(failing, says, excused, style)}`;
}

/** Forty clauses that lack one capability are one line, and still each id can be found. */
function groupedByReason(clauses: readonly ClauseResult[], verdict: Verdict, style: TerminalStyle): string {
  const ofVerdict = clauses.filter((clause) => clause.verdict === verdict);
  if (ofVerdict.length === 0) return '';
  const groups = Map.groupBy(ofVerdict, ({ reason }) => reason ?? 'no reason was given');
  const lines = [...groups].map(
    ([reason, members]) =>
      `  ${style.symbol(verdict)}${shortLine(reason, longestReason)}: ${members.map(({ id }) => style.verdict(verdict, id)).join(', ')}`,
  );
  return [style.strong(verdict), ...lines].join('\n');
}

/** A gate that is closed keeps all of them from being seen; two clauses may well see the same. */
const manyObservations = 4;

/** What was seen, scenario by scenario; told once where one reason keeps many clauses from seeing anything. */
function observations(clauses: readonly ClauseResult[], style: TerminalStyle): string {
  const observed = clauses.filter(({ verdict }) => verdict === 'observed');
  if (observed.length === 0) return '';
  const reasons = Map.groupBy(observed, ({ reason }) => reason);
  if ([...reasons.values()].some(({ length }) => length >= manyObservations))
    return groupedByReason(observed, 'observed', style);
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
    (entry) => `  ${printableLine(entry.clause)}  ${stateInWords(entry)} (${printableLine(entry.issue)})`,
  );
  return [style.strong('known deviations'), ...lines].join('\n');
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
      return `excused until ${until} only, which has passed: ${known}`;
    case 'not run':
      return `not judged in this run: ${known}`;
  }
}

function closing(results: Results, { reports }: SummaryDetails, style: TerminalStyle): string {
  const places = columns(
    reports.map(({ what, where }) => [what, where]),
    'left',
  );
  return [verdictLine(results, style), ...provenance(results), ...places].join('\n');
}

/** Whoever reads the verdict of a replay must not take it for that of a store. */
function provenance({ target, exchanges }: Results): readonly string[] {
  const { live = 0, reference = 0, documented = 0 } = exchanges ?? {};
  const counts = [
    ...(live > 0 ? [`${counted(live, 'exchange')} with the store`] : []),
    ...(reference > 0 ? [`${counted(reference, 'exchange')} with the reference store`] : []),
    ...(documented > 0 ? [`${counted(documented, 'exchange')} that documentation prints`] : []),
  ];
  if (target.kind === 'recordings') return [`Replayed ${counts.join(', ')}: this proves the harness, not a server.`];
  return counts.length === 0 ? [] : [`It rests on ${counts.join(', ')}.`];
}

/** The verdict, whether it is complete, and what it rests on, in one line. */
export function verdictLine(results: Results, style: TerminalStyle): string {
  const { verdict, clauses, durationMs, requests } = results;
  const size = [
    counted(clauses.length, 'clause'),
    `${counted(countScenarios(clauses), 'scenario')} with ${counted(requests, 'request')}`,
    `${(durationMs / 1000).toFixed(1)} s`,
  ].join(', ');
  return `${style.symbol(verdict)}${style.verdict(verdict, style.strong(verdict))}, ${completeness(results)}: ${size}`;
}

function completeness({ complete, clauses, suite }: Results): string {
  if (complete) return 'complete';
  const ran = countScenarios(clauses);
  const untested = clauses.flatMap(({ scenarios }) => scenarios).filter(({ verdict }) => verdict === 'untested').length;
  const missing = [
    ...(ran < suite.scenarios ? [`${ran} of the suite's ${suite.scenarios} scenarios ran`] : []),
    ...(untested > 0 ? [`${counted(untested, 'scenario')} untested`] : []),
  ];
  return `not complete (${missing.join(', ')})`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
