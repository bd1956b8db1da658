import { byGravity } from '../../harness/verdict/verdict.ts';
import type { Side } from '../comparison/comparison.ts';
import { countVerdicts, failingScenarios } from '../results/conclusion.ts';
import { suiteName } from '../results/results.ts';
import type { Cause, ClauseResult, ExpectationResult, Results } from '../results/results.ts';
import { headlineOf, subjectLine } from '../terminal/verdict-lines.ts';
import { Allowance, inBrief, whatFits } from './allowance.ts';
import { html, shown } from './html.ts';
import type { Markup } from './html.ts';
import { beginningOf, reasonText } from './reason.ts';

/** The bytes for causes in full, for the reason of one, and for the lines of the others. */
const bytes = { inFull: 120_000, reason: 40_000, lines: 60_000 } as const;

/** The verdict on one target, then its reasons: causes first. */
export function verdictSection({ results }: Side): Markup {
  const { causes, clauses, expected } = results;
  return html`<section aria-label="Verdict" id="verdict-of-the-run">
    ${banner(results)} ${facts(results)} ${causes.length > 0 && html`<h2 id="causes">What failed</h2>`}
    ${causeList(results)} ${expected !== undefined && knownDeviations(expected)}
    <h2 id="features">By feature</h2>
    <div class="wide" role="region" aria-label="Verdicts by feature" tabindex="0">${featureTable(clauses)}</div>
  </section>`;
}

function banner(results: Results): Markup {
  const { verdict, complete, store, program, clauses, target } = results;
  return html`<div class="banner ${verdict}">
    <p class="headline" data-verdict=${verdict}>${headlineOf(results)}${complete ? ', complete' : ', not complete'}</p>
    <p class="facts">
      ${store !== null && html`<span>${shown(target.name)}: ${subjectLine('store', store, clauses)}</span>`}
      ${program !== null && html`<br /><span>${shown(program.name)}: ${subjectLine('program', program, clauses)}</span>`}
    </p>
    ${
      target.kind === 'recordings' &&
      html`<p class="facts">Replayed from recordings: this proves the harness, not a server.</p>`
    }
  </div>`;
}

function facts({ target, suite, started, durationMs, requests }: Results): Markup {
  const rows: readonly (readonly [name: string, value: string])[] = [
    ['Endpoint', target.endpoint],
    ['Requests', `signature ${target.signature}, ${target.addressing} addressing`],
    ['Capabilities', target.capabilities.join(', ') || 'none declared'],
    ['Started', `${started}, ${(durationMs / 1000).toFixed(1)} s, ${requests} requests in all`],
    ['Suite', suiteName(suite)],
  ];
  return html`<dl class="small">
    ${rows.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${shown(value)}</dd>`,
    )}
  </dl>`;
}

/** The causes in full while there is room, then a line for each, then their number. */
function causeList({ causes, clauses }: Results): Markup {
  const { shown: inFull, left } = whatFits(causes, (cause) => causeBlock(cause, clauses), new Allowance(bytes.inFull));
  const summary = `${left.length} more ${left.length === 1 ? 'cause' : 'causes'}, in full in results.json`;
  const lines = whatFits(left, causeLine, new Allowance(bytes.lines));
  return html`${inFull} ${inBrief(summary, lines.shown, lines.left.length)}`;
}

/** How many clauses the line of a cause names, and how much of its reason. */
const inLine = { clauses: 8, reason: 160 } as const;

function causeLine({ reason, clauses: ids }: Cause): Markup {
  const text = shown(reason);
  return html`<li>
    ${clauseLinks(ids.slice(0, inLine.clauses))}${ids.length > inLine.clauses && ` and ${ids.length - inLine.clauses} more`}${': '}
    ${text.length <= inLine.reason ? text : `${beginningOf(text, inLine.reason)}… (${text.length} characters)`}
  </li>`;
}

function causeBlock({ reason, clauses: ids, blocks }: Cause, clauses: readonly ClauseResult[]): Markup {
  const failing = clauses.filter(({ id }) => ids.includes(id));
  const verdict = failing[0]?.verdict ?? 'nonconformant';
  const scenarios = failing.flatMap((clause) => failingScenarios(clause));
  const first = scenarios.find((scenario) => scenario.reason === reason) ?? scenarios[0];
  return html`<div class="cause">
    <p><span class="verdict ${verdict}">${verdict}</span> ${reasonText(reason, new Allowance(bytes.reason))}</p>
    <ul>
      ${failing.map(
        ({ id, title, level }) =>
          html`<li><a href="#${id}">${id}</a> ${shown(title)} <span class="tag">${level}</span></li>`,
      )}
    </ul>
    ${blocks.length > 0 && html`<p class="small">Blocks ${clauseLinks(blocks)}</p>`}
    ${first !== undefined && command(first.repro)}
  </div>`;
}

export function clauseLinks(ids: readonly string[]): Markup[] {
  return ids.map((id, index) => html`${index > 0 ? ', ' : ''}<a href="#${id}">${id}</a>`);
}

/** A command line with a button that copies it. */
export function command(line: string): Markup {
  return html`<div class="copy">
    <pre tabindex="0">${shown(line)}</pre>
    <button type="button">Copy</button>
  </div>`;
}

function knownDeviations(expected: readonly ExpectationResult[]): Markup {
  const reasons = new Allowance(bytes.lines);
  return html`<h2 id="known-deviations">Known deviations</h2>
    <ul>
      ${expected.map(
        ({ clause, scenario, state, observed, until, issue }) =>
          html`<li>
            <a href="#${clause}">${clause}</a>${scenario !== undefined && ` ${shown(scenario)}:`} ${state}, excused
            until ${until}: ${reasonText(observed, reasons)}
            ${' '}${/^https?:\/\//.test(issue) ? html`<a href=${issue}>${shown(issue)}</a>` : shown(issue)}
          </li>`,
      )}
    </ul>`;
}

function featureTable(clauses: readonly ClauseResult[]): Markup {
  const occurring = byGravity.toReversed().filter((verdict) => clauses.some((clause) => clause.verdict === verdict));
  const features = [...Map.groupBy(clauses, ({ feature }) => feature)];
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Feature</th>
        ${occurring.map((verdict) => html`<th scope="col" class=${verdict}>${verdict}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${features.map(([feature, members]) => {
        const counts = countVerdicts(members);
        return html`<tr>
          <td>${shown(feature.replace(/^features\//, ''))}</td>
          ${occurring.map((verdict) => html`<td class="number">${counts[verdict] === 0 ? '·' : counts[verdict]}</td>`)}
        </tr>`;
      })}
    </tbody>
  </table>`;
}
