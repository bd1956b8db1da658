import { basename } from 'node:path';
import type { CatalogueEntry } from '../../harness/catalogue/catalogue.ts';
import type { Results } from '../results/results.ts';
import type { Verdict } from '../../harness/verdict/verdict.ts';
import { clauseWords } from './clause-words.ts';
import type { Side } from '../comparison/comparison.ts';
import { contentsList, markdownTable, markdownText } from '../text/markdown.ts';
import { printableLine } from '../../harness/evidence/printable.ts';
import { columns } from '../text/columns.ts';

/** The parts of the catalogue that the index shows. */
export type IndexedClause = Omit<CatalogueEntry, 'family' | 'epic' | 'judges' | 'actions' | 'gherkin'>;

/** The catalogue joined with the verdicts of results documents. */
export interface ClauseIndex {
  /** The targets, in the order of each row's verdicts. */
  readonly targets: readonly string[];
  readonly rows: readonly ClauseRow[];
}

export interface ClauseRow {
  readonly clause: IndexedClause;
  /** One for each target; `null` if it was not judged. */
  readonly verdicts: readonly (Verdict | null)[];
}

export function indexClauses(clauses: readonly IndexedClause[], sides: readonly Side[]): ClauseIndex {
  return {
    targets: sides.map(({ label }) => label),
    rows: clauses.map((clause) => ({ clause, verdicts: sides.map((side) => verdictOf(side, clause.id)) })),
  };
}

function verdictOf({ results }: Side, id: string): Verdict | null {
  return results.clauses.find((judged) => judged.id === id)?.verdict ?? null;
}

/** Plain columns, one line for each clause. */
export function clauseTable({ targets, rows }: ClauseIndex): string {
  const header = ['clause', 'level', 'rule', 'scenarios', 'needs', ...targets.map(printableLine), 'title'];
  const body = rows.map(({ clause, verdicts }) => [
    clause.id,
    clause.level,
    clause.feature === null ? '–' : `${clause.feature}:${clause.line}`,
    String(clause.scenarios.length),
    clause.needs.join(',') || '–',
    ...verdicts.map((verdict) => verdict ?? '–'),
    clause.excluded === null ? clause.title : `${clause.title} (not checked: ${clause.excluded})`,
  ]);
  return `${columns([header, ...body], 'left').join('\n')}\n`;
}

/** The page `docs/clauses.md`; its links lead from that folder. */
export function clauseMarkdown({ targets, rows }: ClauseIndex): string {
  const operations = [...Map.groupBy(rows, ({ clause }) => clause.operation)];
  const sections = operations.map(
    ([operation, members]) => `## ${markdownText(operation)}\n\n${operationTable(members, targets)}`,
  );
  const contents = contentsList(operations.map(([operation]) => operation));
  return `${['# Clauses', introduction(rows), contents, ...sections].join('\n\n')}\n`;
}

function introduction(rows: readonly ClauseRow[]): string {
  const checked = rows.filter(({ clause }) => clause.excluded === null);
  const scenarios = rows.reduce((sum, { clause }) => sum + clause.scenarios.length, 0);
  return [
    `What the documentation says, clause by clause: ${rows.length} clauses, ${checked.length} of them checked by ${scenarios} scenarios.`,
    'Written by `npm run -s oss-conformance -- clauses --format markdown`; the clauses themselves are in `features/`, one folder for each family.',
    '',
    markdownTable(['level or source', 'means'], clauseWords),
  ].join('\n');
}

function operationTable(rows: readonly ClauseRow[], targets: readonly string[]): string {
  return markdownTable(
    ['clause', 'level', 'what it says', 'source', 'checked by', ...targets.map(markdownText)],
    rows.map(({ clause, verdicts }) => [
      `<a id="${clause.id}"></a>${clause.id}`,
      `${clause.level} (${clause.trust})`,
      `**${markdownText(clause.title)}.** ${markdownText(clause.says.trim().replaceAll(/\s+/g, ' '))}`,
      clause.url === null ? markdownText(clause.source) : `[${markdownText(clause.source)}](<${clause.url}>)`,
      checkedBy(clause),
      ...verdicts.map((verdict) => verdict ?? '–'),
    ]),
  );
}

function checkedBy({ excluded, feature, line, scenarios, needs }: IndexedClause): string {
  if (feature === null) return `not checked: ${markdownText(excluded ?? '')}`;
  const file = basename(feature);
  const count = `${scenarios.length} scenario${scenarios.length === 1 ? '' : 's'}`;
  const needed = needs.length === 0 ? '' : `, needs ${needs.join(', ')}`;
  return `[${markdownText(file)}](../${feature}#L${line}), ${count}${needed}`;
}

/** The clauses of a document that are not in the catalogue, because it is from another version of the suite. */
export function unknownClauses(clauses: readonly IndexedClause[], results: Results): string[] {
  const known = new Set(clauses.map(({ id }) => id));
  return results.clauses.map(({ id }) => id).filter((id) => !known.has(id));
}
