import { printableLine } from '../../harness/evidence/printable.ts';
import { byGravity } from '../../harness/verdict/verdict.ts';
import { failingScenarios } from '../results/conclusion.ts';
import type { ClauseResult, Results } from '../results/results.ts';
import { headlineOf, subjectLine } from '../terminal/verdict-lines.ts';
import { cutText } from '../text/cut-text.ts';
import { markdownTable, markdownText } from '../text/markdown.ts';

/** GitHub shows ten annotations of a step. */
const shownAnnotations = 10;

/** The most causes in a readable step summary. */
const shownCauses = 50;

const longestReason = 500;

/** The workflow commands that mark failing scenarios at their line of the feature; each ends with a line feed. */
export function annotations({ clauses }: Results): string {
  const failures = clauses.flatMap((clause) =>
    failingScenarios(clause)
      .filter(({ expected }) => !expected)
      .map(({ name, line, reason }) => {
        const place = `file=${property(clause.feature)},line=${line},title=${property(`${clause.id} ${clause.verdict}`)}`;
        return `::error ${place}::${data(`${name.trim()}: ${cutText(reason ?? '', longestReason)}`)}\n`;
      }),
  );
  return failures.slice(0, shownAnnotations).join('');
}

/** The verdict and its causes, as Markdown for the page of a workflow run. */
export function stepSummary(results: Results): string {
  const { target, complete, store, program, clauses, causes } = results;
  const rows = causes
    .slice(0, shownCauses)
    .map(({ reason, clauses: ids, blocks }) => [
      ids.map(markdownText).join(', '),
      markdownText(cutText(reason, longestReason)),
      blocks.length === 0 ? '' : `${blocks.length} clauses`,
    ]);
  const left = causes.length - rows.length;
  return `${[
    `## ${markdownText(target.name)}: ${headlineOf(results)}${complete ? '' : ', not complete'}`,
    ...(store === null ? [] : [`Store: ${subjectLine('store', store, clauses)}`]),
    ...(program === null ? [] : [`Program: ${subjectLine('program', program, clauses)}`]),
    verdictTable(clauses),
    ...(rows.length === 0 ? [] : [markdownTable(['clauses', 'reason', 'blocks'], rows)]),
    ...(left === 0 ? [] : [`${left} more causes: see \`index.html\`.`]),
  ].join('\n\n')}\n`;
}

function verdictTable(clauses: readonly ClauseResult[]): string {
  const rows = byGravity
    .map((verdict) => [verdict, clauses.filter((clause) => clause.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0);
  return markdownTable(
    ['verdict', 'clauses'],
    rows.map(([verdict, count]) => [verdict, String(count)]),
  );
}

/** A message of a workflow command: a line feed in it would begin another command. */
function data(text: string): string {
  return printableLine(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
