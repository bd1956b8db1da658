import type { ClauseResult } from '../results/results.ts';
import { Allowance } from './allowance.ts';
import { Failures, failingOf } from './failure-section.ts';
import { html, shown } from './html.ts';
import type { Markup } from './html.ts';
import type { DocumentedClause, PageContent } from './page-content.ts';
import { reasonText } from './reason.ts';

/** The bytes for long reasons of scenarios that do not fail. */
const longReasons = 60_000;

/** What one run says about its clauses; a comparison shows no scenarios. */
interface Details {
  readonly failures: Failures;
  readonly reasons: Allowance;
}

/** The clauses, family by family, with the verdict of each side. */
export function clauseSections({ clauses, sides }: PageContent): Markup {
  const [only] = sides;
  const details =
    only === undefined || sides.length > 1
      ? null
      : { failures: new Failures(only), reasons: new Allowance(longReasons) };
  const epics = [...Map.groupBy(clauses.filter(isChecked), ({ epic }) => epic)];
  const judged = sides.map(({ results }) => new Map(results.clauses.map((clause) => [clause.id, clause])));
  const article = (clause: DocumentedClause): Markup =>
    clauseArticle(
      clause,
      judged.map((side) => side.get(clause.id) ?? null),
      sides.map(({ label }) => label),
      details,
    );
  return html`${epics.map(
    ([epic, members]) =>
      html`<section data-clauses>
        <h2 id=${slug(epic)}>${epic}</h2>
        ${[...Map.groupBy(members, ({ operation }) => operation)].map(
          ([operation, own]) =>
            html`<section data-clauses>
              <h3 id=${slug(`${epic} ${operation}`)}>${operation}</h3>
              ${own.map(article)}
            </section>`,
        )}
      </section>`,
  )}`;
}

/** The chapters on what cannot be judged: both sides of a contradiction, and what no rule checks. */
export function chapters({ clauses }: PageContent): Markup {
  const contradicting = clauses.filter(({ trust }) => trust === 'conflict');
  const silent = clauses.filter(({ trust }) => trust === 'unspecified');
  const unchecked = clauses.filter((clause) => !isChecked(clause));
  return html`
    ${chapter({
      id: 'ambiguous',
      title: 'Where sources contradict each other',
      introduction:
        'Each entry names the sides. A must or a should judges a store by the side that live tests or most pages show, or accepts either; an observe reports what the store does and judges nothing.',
      clauses: contradicting,
    })}
    ${chapter({
      id: 'silent',
      title: 'Where the documentation is silent',
      introduction: 'What the store does is reported. A should is what official SDKs rely on.',
      clauses: silent,
    })}
    ${chapter({
      id: 'not-checked',
      title: 'What is not checked, and why',
      introduction: 'No scenario checks these statements, for the reason given.',
      clauses: unchecked,
    })}
  `;
}

interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly introduction: string;
  readonly clauses: readonly DocumentedClause[];
}

function chapter({ id, title, introduction, clauses }: Chapter): Markup | null {
  if (clauses.length === 0) return null;
  return html`<section>
    <h2 id=${id}>${title} <span class="faint">(${clauses.length})</span></h2>
    <p>${introduction}</p>
    <dl>
      ${clauses.map(
        (clause) =>
          html`<dt>${isChecked(clause) ? html`<a href="#${clause.id}">${clause.id}</a>` : clause.id}</dt>
            <dd>
              <strong>${clause.title}.</strong> <span class="tag">${clause.level}</span> ${clause.says}${' '}
              ${clause.excluded !== null && html`<em>Not checked: ${clause.excluded}</em> `}${source(clause)}
            </dd>`,
      )}
    </dl>
  </section>`;
}

function isChecked({ excluded }: DocumentedClause): boolean {
  return excluded === null;
}

function clauseArticle(
  clause: DocumentedClause,
  results: readonly (ClauseResult | null)[],
  labels: readonly string[],
  details: Details | null,
): Markup {
  const { id, title, says, level, trust, needs, feature, line } = clause;
  const verdicts = results.map((result) => result?.verdict ?? 'not-judged');
  const [first] = results;
  return html`<article class="clause" id=${id} data-level=${level} data-verdict=${verdicts.join(' ')}>
    <div class="head">
      <h4><a href="#${id}">${id}</a> ${title}</h4>
      <span class="tag">${level}</span> <span class="tag">${trust}</span>
      ${needs.length > 0 && html`<span class="tag">needs ${needs.join(', ')}</span>`}
      ${verdicts.map(
        (verdict, index) =>
          html`<span class="verdict ${verdict}">
            ${labels.length > 1 && html`<span class="small">${shown(labels[index] ?? '')}: </span>`}${verdict.replace('-', ' ')}
          </span>`,
      )}
    </div>
    <p>${says}</p>
    <p class="small faint">${source(clause)}${feature !== null && ` Checked by ${feature}:${line}`}</p>
    ${details !== null && first ? judgedScenarios(first, details, clause) : scenariosAsWritten(clause, results.length === 0)}
  </article>`;
}

function source({ source: where, url }: DocumentedClause): Markup {
  // The catalogue's own schema lets only https in.
  return url === null
    ? html`<span class="small">Source: ${where}.</span>`
    : html`<span class="small">Source: <a href=${url} rel="noreferrer">${where}</a>.</span>`;
}

/** Printed where the page is the specification; next to verdicts they would fill hundreds of sheets. */
function scenariosAsWritten({ scenarios, gherkin }: DocumentedClause, isPrinted: boolean): Markup {
  return html`<details class="scenarios small" data-print=${isPrinted}>
    <summary>${scenarioCount(scenarios.length)}</summary>
    <pre tabindex="0">${gherkin}</pre>
  </details>`;
}

function judgedScenarios(result: ClauseResult, { failures, reasons }: Details, clause: DocumentedClause): Markup {
  const { scenarios, blockedBy } = result;
  const failing = failingOf(result);
  const others = scenarios.filter((scenario) => !failing.includes(scenario));
  return html`
    ${blockedBy !== null && html`<p>Blocked by <a href="#${blockedBy}">${blockedBy}</a>.</p>`} ${failures.of(result)}
    ${
      others.length > 0 &&
      html`<details class="scenarios small">
        <summary>
          ${failing.length > 0 ? `${scenarioCount(others.length)} without a failure` : scenarioCount(others.length)}
        </summary>
        <ul>
          ${others.map(
            ({ name, line, verdict, reason }) =>
              html`<li>
                <span class=${verdict}>${verdict}</span> ${shown(name)} <span class="faint">line ${line}</span>
                ${reason !== null && html`<br />${reasonText(reason, reasons)}`}
              </li>`,
          )}
        </ul>
      </details>`
    }
    <details class="small">
      <summary>Steps</summary>
      <pre tabindex="0">${clause.gherkin}</pre>
    </details>
  `;
}

function scenarioCount(count: number): string {
  return `${count} ${count === 1 ? 'scenario' : 'scenarios'}`;
}

/** An id for a heading that cannot be that of a clause. */
export function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
