import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import manifest from '../../../package.json' with { type: 'json' };
import { byGravity } from '../../harness/verdict/verdict.ts';
import { clauseWords } from '../catalogue/clause-words.ts';
import { compare } from '../comparison/comparison.ts';
import { headlineOf } from '../terminal/verdict-lines.ts';
import { chapters, clauseSections, slug } from './clause-section.ts';
import { comparisonSection } from './comparison-section.ts';
import { html, renderMarkup, shown } from './html.ts';
import type { Markup } from './html.ts';
import type { PageContent } from './page-content.ts';
import { verdictSection } from './verdict-section.ts';

const style = readFileSync(new URL('page.css', import.meta.url), 'utf8');
const script = readFileSync(new URL('page-script.js', import.meta.url), 'utf8');

/** Nothing is loaded, and only our script runs, so that an unescaped answer of a store could do nothing. */
const policy = `default-src 'none'; style-src ${digest(style)}; script-src ${digest(script)}`;

/** One HTML file with everything in it: the specification, and the results of none, one or several targets. */
export function page(content: PageContent): string {
  const title = titleOf(content);
  const [only] = content.sides;
  const body = html`<a class="skip" href="#clauses">Skip to the clauses</a>
    <header>
      <h1>${title}</h1>
      ${contents(content)}
    </header>
    <main>
      ${content.sides.length === 1 && only !== undefined && verdictSection(only)}
      ${content.sides.length > 1 && comparisonSection(compare(content.sides))}
      <h2 id="clauses">What the documentation says</h2>
      ${legend()} ${filter(content)} ${clauseSections(content)} ${chapters(content)}
    </main>
    <footer class="small faint"><p>oss-conformance ${manifest.version}</p></footer>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
${renderMarkup(html`<title>${title}</title>`)}
<style>${style}</style>
</head>
<body>
${renderMarkup(body)}
<script>${script}</script>
</body>
</html>
`;
}

function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function titleOf({ sides }: PageContent): string {
  const [only] = sides;
  if (only === undefined) return 'OSS conformance: the specification';
  if (sides.length === 1) return `${shown(only.results.target.name)}: ${headlineOf(only.results)}`;
  return `OSS conformance: ${sides.map(({ label }) => shown(label)).join(' · ')}`;
}

function contents({ clauses, sides }: PageContent): Markup {
  const epics = [...new Set(clauses.map(({ epic }) => epic))];
  const results: readonly (readonly [id: string, title: string])[] =
    sides.length === 0
      ? []
      : sides.length === 1
        ? [
            ['causes', 'What failed'],
            ['features', 'By feature'],
          ]
        : [['differences', 'What differs']];
  const links = [
    ...results.filter(([id]) => id !== 'causes' || (sides[0]?.results.causes.length ?? 0) > 0),
    ...epics.map((epic) => [slug(epic), epic] as const),
    ['ambiguous', 'Contradictions'] as const,
    ['silent', 'Silence'] as const,
    ['not-checked', 'Not checked'] as const,
  ];
  return html`<nav aria-label="Contents" class="small">
    ${links.map(([id, title], index) => html`${index > 0 ? ' · ' : ''}<a href="#${id}">${title}</a>`)}
  </nav>`;
}

/** The meaning of the words on a clause. */
function legend(): Markup {
  return html`<details class="small" data-print>
    <summary>What the words mean</summary>
    <dl>
      ${clauseWords.map(
        ([word, meaning]) =>
          html`<dt><span class="tag">${word}</span></dt>
            <dd>${meaning}</dd>`,
      )}
    </dl>
  </details>`;
}

function filter({ sides }: PageContent): Markup {
  const verdicts = byGravity.filter((verdict) =>
    sides.some(({ results }) => results.clauses.some((clause) => clause.verdict === verdict)),
  );
  return html`<form class="filter" role="search" hidden>
    <input id="search" type="search" placeholder="Search clauses" aria-label="Search clauses" />
    ${
      verdicts.length > 0 &&
      html`<select id="verdict" aria-label="Verdict">
        <option value="">every verdict</option>
        ${verdicts.map((verdict) => html`<option value=${verdict}>${verdict}</option>`)}
      </select>`
    }
    <select id="level" aria-label="Level">
      <option value="">every level</option>
      ${['must', 'should', 'observe'].map((level) => html`<option value=${level}>${level}</option>`)}
    </select>
    <span id="count" class="small faint" role="status"></span>
  </form>`;
}
