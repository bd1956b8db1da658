import type { ClauseComparison, ComparedTarget, Comparison, ScenarioComparison } from './comparison.ts';
import { escapeHtml } from '../html.ts';
import { printableLine } from '../../harness/evidence/printable.ts';
import { transcript } from '../evidence/transcript.ts';

const style = `
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 90rem; padding: 0 1rem; color: #1b1f24; }
table { border-collapse: collapse; } th, td { border: 1px solid #d0d7de; padding: .25rem .6rem; text-align: left; vertical-align: top; }
pre { background: #f6f8fa; padding: .6rem; overflow: auto; max-height: 30rem; font-size: 13px; }
.sides { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 1rem; }
.nonconformant { color: #b42318; } .harness-error { color: #86198f; } .conformant { color: #1a7f37; }
.observed { color: #0b7285; } .inconclusive, .untested { color: #9a6700; } .unsupported, .absent { color: #6e7781; }
@media (prefers-color-scheme: dark) { body { background: #0d1117; color: #e6edf3; } pre { background: #161b22; } }
`.trim();

/** One file with everything in it: no script, nothing loaded, everything from outside escaped. */
export function comparisonHtml({ targets, differing, agreeing }: Comparison): string {
  const agreement = Object.entries(agreeing).map(([verdict, count]) => [verdictCell(verdict), String(count)]);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Comparison of ${escapeHtml(targets.map(({ label }) => printableLine(label)).join(', '))}</title>
<style>
${style}
</style>
</head>
<body>
<h1>Comparison</h1>
${table(['target', 'suite', 'started', 'verdict', 'complete'], targets.map(targetRow))}
<h2>${differing.length === 0 ? 'Nothing differs' : `Differing clauses: ${differing.length}`}</h2>
${differing.length === 0 ? '' : overview(differing, targets)}
${differing.map((clause, index) => clauseSection(clause, index, targets)).join('\n')}
<h2>Agreement</h2>
${agreement.length === 0 ? '<p>No clause has the same verdict everywhere.</p>' : table(['verdict', 'clauses'], agreement)}
</body>
</html>
`;
}

function targetRow({ label, suite, started, verdict, complete }: ComparedTarget): string[] {
  return [shown(label), shown(suite), shown(started), verdictCell(verdict), complete ? 'yes' : 'no'];
}

function overview(differing: readonly ClauseComparison[], targets: readonly ComparedTarget[]): string {
  return table(
    ['clause', 'title', 'level', ...targets.map(({ label }) => printableLine(label))],
    differing.map(({ id, title, level, sides }, index) => [
      `<a href="#difference-${index + 1}">${shown(id)}</a>`,
      shown(title),
      level,
      ...sides.map((side) => verdictCell(side?.verdict ?? null)),
    ]),
  );
}

function clauseSection(clause: ClauseComparison, index: number, targets: readonly ComparedTarget[]): string {
  const rows = clause.sides.map((side, place) => [
    shown(targets[place]?.label ?? ''),
    verdictCell(side?.verdict ?? null),
    shown(side?.reason ?? ''),
  ]);
  return `<section id="difference-${index + 1}">
<h3>${shown(clause.id)} ${shown(clause.title)} (${clause.level})</h3>
<p>Source: ${shown(clause.source)}</p>
${table(['target', 'verdict', 'reason'], rows)}
${clause.scenarios.map((scenario) => scenarioSection(scenario, targets)).join('\n')}
</section>`;
}

function scenarioSection({ name, sides }: ScenarioComparison, targets: readonly ComparedTarget[]): string {
  const columns = sides.map((side, index) => {
    const label = shown(targets[index]?.label ?? '');
    if (side === null) return `<div><h5>${label}</h5><p>This scenario did not run.</p></div>`;
    const exchanges = side.exchanges.map((exchange) => `<pre>${escapeHtml(transcript(exchange))}</pre>`);
    const shownExchanges =
      exchanges.length === 0 ? '<p>Its exchanges are not there to be shown.</p>' : exchanges.join('\n');
    return `<div><h5>${label}: ${verdictCell(side.verdict)} (line ${side.line})</h5>\n${shownExchanges}</div>`;
  });
  return `<h4>${shown(name)}</h4>\n<div class="sides">\n${columns.join('\n')}\n</div>`;
}

/** The header is text; the cells are HTML already. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = header.map((cell) => `<th>${escapeHtml(cell)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

function verdictCell(verdict: string | null): string {
  return verdict === null ? '<span class="absent">not judged</span>' : `<span class="${verdict}">${verdict}</span>`;
}

function shown(text: string): string {
  return escapeHtml(printableLine(text));
}
