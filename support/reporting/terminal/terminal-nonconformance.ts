import { printableLine, shortLine } from '../../harness/evidence/printable.ts';
import type { ClauseResult, ScenarioResult } from '../results/results.ts';
import { columns } from '../text/columns.ts';
import type { TerminalStyle } from './terminal-style.ts';

/** A reason can quote a whole answer; the report has it in full. */
export const longestReason = 400;

/** So many clauses that fail for one reason, such as a store that does not route the sub-resource, are told as one. */
const manyClauses = 4;

/** So many scenarios are named beside one reason; the rows of an outline tell little one by one. */
const namedScenarios = 3;

const noReason = 'no reason was given';

/** The nonconformant clauses, what was expected and what came instead. */
export function nonconformance(
  failing: readonly ClauseResult[],
  says: ReadonlyMap<string, string>,
  excused: ReadonlySet<string>,
  style: TerminalStyle,
): string {
  const groups = [...Map.groupBy(failing, ({ reason }) => reason ?? noReason)];
  const title = (clause: ClauseResult) => titleOf(clause, excused.has(clause.id), style);
  const blocks = groups.flatMap(([reason, clauses]) =>
    clauses.length < manyClauses
      ? clauses.map((clause) => [title(clause), indented(factsOf(clause, says.get(clause.id)))])
      : [[...clauses.map(title), indented([...expectedAndGot(reason), ...reproOf(clauses[0])])]],
  );
  return blocks.map((lines) => lines.join('\n')).join('\n');
}

function titleOf({ id, title, level }: ClauseResult, excused: boolean, style: TerminalStyle): string {
  const mark = `${style.symbol('nonconformant')}${style.verdict('nonconformant', id)}`;
  return `  ${mark}  ${printableLine(title)} (${excused ? `${level}, known deviation` : level})`;
}

type Fact = readonly [what: string, text: string];

function indented(facts: readonly Fact[]): string {
  return columns(facts, 'left')
    .map((line) => `      ${line}`)
    .join('\n');
}

function factsOf(clause: ClauseResult, says: string | undefined): Fact[] {
  const byReason = Map.groupBy(failingScenarios(clause), ({ reason }) => reason ?? noReason);
  return [
    ...(says === undefined ? [] : [['says', printableLine(says.trim().replaceAll(/\s+/g, ' '))] as const]),
    ...[...byReason].flatMap(([reason, scenarios]) => [
      ['scenario', namesOf(scenarios)] as const,
      ...expectedAndGot(reason),
    ]),
    ...reproOf(clause),
  ];
}

function failingScenarios({ scenarios }: ClauseResult): ScenarioResult[] {
  return scenarios.filter(({ verdict }) => verdict === 'nonconformant');
}

function namesOf(scenarios: readonly ScenarioResult[]): string {
  const names = scenarios.map(({ name, line }) => `${printableLine(name)} (line ${line})`);
  const rest = names.length - namedScenarios;
  return rest < 2 ? names.join('; ') : `${names.slice(0, namedScenarios).join('; ')}; and ${rest} more`;
}

/** Nonconformance is stated as `expected …, got …`: the first part is ours, the second may quote the store. */
function expectedAndGot(reason: string): Fact[] {
  const [, expected, got] = /^expected (.*?), got (.*)$/s.exec(reason) ?? [];
  if (expected === undefined || got === undefined) return [['reason', shortLine(reason, longestReason)]];
  return [
    ['expected', shortLine(expected, longestReason)],
    ['got', shortLine(got, longestReason)],
  ];
}

function reproOf(clause: ClauseResult | undefined): Fact[] {
  const [scenario] = clause === undefined ? [] : failingScenarios(clause);
  return scenario === undefined ? [] : [['repro', printableLine(scenario.repro)]];
}
