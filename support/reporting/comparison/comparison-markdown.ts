import type { ClauseComparison, ComparedTarget, Comparison, ScenarioComparison } from './comparison.ts';
import { codeBlock, markdownTable, markdownText } from '../text/markdown.ts';
import { transcript } from '../evidence/transcript.ts';

export function comparisonMarkdown({ targets, differing, agreeing }: Comparison): string {
  const agreement = Object.entries(agreeing).map(([verdict, count]) => [verdict, String(count)]);
  const sections = [
    '# Comparison',
    markdownTable(['target', 'suite', 'started', 'verdict', 'complete'], targets.map(targetRow)),
    `## ${differing.length === 0 ? 'Nothing differs' : `Differing clauses: ${differing.length}`}`,
    ...(differing.length === 0 ? [] : [overview(differing, targets)]),
    ...differing.map((clause) => clauseSection(clause, targets)),
    '## Agreement',
    agreement.length === 0
      ? 'No clause has the same verdict everywhere.'
      : markdownTable(['verdict', 'clauses'], agreement),
  ];
  return `${sections.join('\n\n')}\n`;
}

function targetRow({ label, suite, started, verdict, complete }: ComparedTarget): string[] {
  return [markdownText(label), markdownText(suite), started, verdict, complete ? 'yes' : 'no'];
}

function overview(differing: readonly ClauseComparison[], targets: readonly ComparedTarget[]): string {
  return markdownTable(
    ['clause', 'level', ...targets.map(({ label }) => markdownText(label))],
    differing.map(({ id, level, sides }) => [
      markdownText(id),
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
