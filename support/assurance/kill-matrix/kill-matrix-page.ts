import { basename } from 'node:path';
import {
  needsNoDeviation,
  type Collateral,
  type KillMatrix,
  type MatrixClause,
  type MatrixRow,
} from './kill-matrix.ts';
import type { SeenScenario } from '../in-process-suite.ts';
import { markdownTable, markdownText } from '../../reporting/text/markdown.ts';

/** What the page has to know of a clause. */
export interface PageClause extends MatrixClause {
  readonly operation: string;
  readonly feature: string | null;
}

/**
 * The page `docs/kill-matrix.md`: clause by clause, the mistakes and what caught them. It holds nothing that
 * differs from run to run, so that it changes only when the suite or a deviation does.
 */
export function killMatrixPage(clauses: readonly PageClause[], { rows }: KillMatrix): string {
  const broken = clauses.filter(({ id }) => rows.some(({ deviation }) => deviation.clause === id));
  const operations = Map.groupBy(broken, ({ operation }) => operation);
  const sections = [...operations].map(
    ([operation, members]) =>
      `## ${markdownText(operation)}\n\n${members.map((clause) => clauseSection(clause, rows)).join('\n\n')}`,
  );
  return `${['# Kill matrix', introduction(broken, rows), ...sections, unbrokenSection(clauses, broken)].join('\n\n')}\n`;
}

function introduction(broken: readonly PageClause[], rows: readonly MatrixRow[]): string {
  return [
    `What the suite notices: ${rows.length} deviations of the reference store and, where the clause judges a program, of the program; each is one plausible mistake, and together they break ${broken.length} clauses.`,
    'Read a row as: a store or program with this mistake fails these scenarios of the clause above, for this reason; the clauses in the last column cannot but fail with it.',
    'Written by `npm run -s oss-conformance -- deviations`, which fails when a deviation is not caught, is caught for another reason, or is caught by a clause it does not name.',
  ].join('\n');
}

function clauseSection({ id, level, title, feature }: PageClause, rows: readonly MatrixRow[]): string {
  const own = rows.filter(({ deviation }) => deviation.clause === id);
  const where = feature === null ? '' : ` — [${markdownText(basename(feature))}](../${feature})`;
  const table = markdownTable(
    ['deviation', 'mistake', 'caught by', 'reason', 'also caught by'],
    own.map(({ deviation, caughtBy, collateral }) => [
      deviation.name,
      markdownText(deviation.mistake),
      listed(caughtBy.map(({ name }) => markdownText(name))),
      listed(reasonsOf(caughtBy)),
      alsoCaughtBy(collateral),
    ]),
  );
  return `### ${id} (${level}): ${markdownText(title)}${where}\n\n${table}`;
}

function reasonsOf(scenarios: readonly SeenScenario[]): readonly string[] {
  return [...new Set(scenarios.map(({ reason }) => markdownText(reason ?? '')))];
}

/** Clauses with one and the same explanation stand together. */
function alsoCaughtBy(collateral: readonly Collateral[]): string {
  const byReason = Map.groupBy(collateral, ({ why }) => why ?? 'not declared');
  return listed(
    [...byReason].map(([why, members]) => `${members.map(({ clause }) => clause).join(', ')}: ${markdownText(why)}`),
  );
}

function unbrokenSection(clauses: readonly PageClause[], broken: readonly PageClause[]): string {
  const unbroken = clauses.filter((clause) => !broken.includes(clause));
  const table = markdownTable(
    ['clause', 'level', 'title', 'why no deviation breaks it'],
    unbroken.map((clause) => [
      clause.id,
      clause.level,
      markdownText(clause.title),
      markdownText(needsNoDeviation(clause) ?? 'MISSING'),
    ]),
  );
  return `## Clauses without a deviation\n\n${table}`;
}

function listed(items: readonly string[]): string {
  return items.join('<br>') || '–';
}
