import type { ClauseComparison, ComparedTarget, Comparison, ScenarioComparison } from './comparison.ts';
import { codeBlock, markdownTable, markdownText } from '../text/markdown.ts';
import { transcript } from '../evidence/transcript.ts';

/** GitHub accepts 1 MiB as a step summary and drops a longer one completely. */
const longestPage = 900 * 1024;

export function comparisonMarkdown({ targets, differing, agreeing }: Comparison): string {
  const agreement = Object.entries(agreeing).map(([verdict, count]) => [verdict, String(count)]);
  const sections = [
    '# Comparison',
    markdownTable(['target', 'suite', 'started', 'verdict', 'complete'], targets.map(targetRow)),
    `## ${differing.length === 0 ? 'Nothing differs' : `Differing clauses: ${differing.length}`}`,
    ...(differing.length === 0 ? [] : [overview(differing, targets)]),
    ...sectionsThatFit(differing, targets),
    '## Agreement',
    agreement.length === 0
      ? 'No clause has the same verdict everywhere.'
      : markdownTable(['verdict', 'clauses'], agreement),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** The sections of the first differing clauses, and how many are left out. */
function sectionsThatFit(
  differing: readonly ClauseComparison[],
  targets: readonly ComparedTarget[],
): readonly string[] {
  const sections: string[] = [];
  let bytes = 0;
  for (const clause of differing) {
    const section = clauseSection(clause, targets);
    bytes += Buffer.byteLength(section);
    if (bytes > longestPage) break;
    sections.push(section);
  }
  const left = differing.length - sections.length;
  return left === 0 ? sections : [...sections, `${left} more differing clauses: see \`--format html\`.`];
}

function targetRow({ label, suite, started, verdict, complete }: ComparedTarget): string[] {
  return [markdownText(label), markdownText(suite), started, verdict, complete ? 'yes' : 'no'];
}

function overview(differing: readonly ClauseComparison[], targets: readonly ComparedTarget[]): string {
  return markdownTable(
    ['clause', 'title', 'level', ...targets.map(({ label }) => markdownText(label))],
    differing.map(({ id, title, level, sides }) => [
      markdownText(id),
      markdownText(title),
      level,
      ...sides.map((side) => side?.verdict ?? 'not judged'),
    ]),
  );
}

function clauseSection(clause: ClauseComparison, targets: readonly ComparedTarget[]): string {
  const rows = clause.sides.map((side, index) => [
    markdownText(targets[index]?.label ?? ''),
    side?.verdict ?? 'not judged',
    markdownText(side?.reason ?? ''),
  ]);
  return [
    `### ${markdownText(clause.id)} ${markdownText(clause.title)} (${clause.level})`,
    `Source: ${markdownText(clause.source)}`,
    markdownTable(['target', 'verdict', 'reason'], rows),
    ...clause.scenarios.map((scenario) => scenarioSection(scenario, targets)),
  ].join('\n\n');
}

function scenarioSection({ name, sides }: ScenarioComparison, targets: readonly ComparedTarget[]): string {
  const parts = sides.map((side, index) => {
    const label = markdownText(targets[index]?.label ?? '');
    if (side === null) return `${label}: this scenario did not run.`;
    const exchanges = side.exchanges.map((exchange) => codeBlock(transcript(exchange)));
    const head = `${label}: ${side.verdict} (line ${side.line})`;
    return exchanges.length === 0
      ? `${head}; its exchanges are not there to be shown.`
      : [head, ...exchanges].join('\n\n');
  });
  return [`#### ${markdownText(name)}`, ...parts].join('\n\n');
}
