import { byGravity } from '../../harness/verdict/verdict.ts';
import type { ClauseComparison, Comparison, ScenarioSide } from '../comparison/comparison.ts';
import { decisiveExchange } from '../evidence/decisive-exchange.ts';
import { transcript } from '../evidence/transcript.ts';
import { Allowance, inBrief, whatFits } from './allowance.ts';
import { html, shown } from './html.ts';
import type { Markup } from './html.ts';
import { beginningOf, reasonText } from './reason.ts';
import { clauseLinks, command } from './verdict-section.ts';

/** Several targets side by side: the differences first, grouped by kind. */
export function comparisonSection(comparison: Comparison): Markup {
  const { targets, differing, agreeing } = comparison;
  return html`<section aria-label="Comparison">
    <div class="wide" role="region" aria-label="Targets" tabindex="0">
      <table>
        <thead>
          <tr>
            ${['Target', 'Verdict', 'Suite', 'Started'].map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${targets.map(
            ({ label, suite, started, verdict, complete }) =>
              html`<tr>
                <td>${shown(label)}</td>
                <td>
                  <span class="verdict ${verdict}" data-verdict=${verdict}>${verdict}</span
                  >${complete ? '' : ', not complete'}
                </td>
                <td>${shown(suite)}</td>
                <td>${shown(started)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <h2 id="differences">${differing.length === 0 ? 'Nothing differs' : `Clauses that differ: ${differing.length}`}</h2>
    ${differing.length > 0 && matrix(comparison)}
    ${differing.length > 0 && html`<h2 id="exchanges">How they differ</h2>`} ${differences(comparison)}
    <h2 id="agreement">Clauses with one verdict everywhere</h2>
    <ul>
      ${Object.entries(agreeing).map(([verdict, count]) => html`<li><span class=${verdict}>${verdict}</span>: ${count}</li>`)}
    </ul>
  </section>`;
}

function matrix({ targets, differing }: Comparison): Markup {
  return html`<div class="wide" role="region" aria-label="Clauses that differ" tabindex="0">
    <table class="matrix">
      <thead>
        <tr>
          <th scope="col">Clause</th>
          ${targets.map(({ label }) => html`<th scope="col">${shown(label)}</th>`)}
          <th scope="col">Title</th>
        </tr>
      </thead>
      <tbody>
        ${groups(differing)
          .flat()
          .map(
            ({ id, title, sides }) =>
              html`<tr>
                <td><a href="#${id}">${id}</a></td>
                ${sides.map((side) => html`<td><span class=${side?.verdict ?? 'not-judged'}>${side?.verdict ?? 'not judged'}</span></td>`)}
                <td>${shown(title)}</td>
              </tr>`,
          )}
      </tbody>
    </table>
  </div>`;
}

/** Clauses that differ for the same reasons on every side have one cause; the gravest and widest come first. */
function groups(differing: readonly ClauseComparison[]): ClauseComparison[][] {
  const byReasons = Map.groupBy(differing, ({ sides }) =>
    JSON.stringify(sides.map((side) => [side?.verdict ?? null, side?.reason ?? null])),
  );
  return [...byReasons.values()].toSorted(
    (one, other) => gravityOf(one) - gravityOf(other) || other.length - one.length,
  );
}

/** Lower for graver verdicts. */
function gravityOf([clause]: readonly ClauseComparison[]): number {
  return Math.min(...(clause?.sides ?? []).map((side) => byGravity.indexOf(side?.verdict ?? 'untested')));
}

/** How many clauses of one group show their exchanges; the others differ in the same way. */
const shownExchanges = 2;

/** The bytes for groups with their exchanges, for groups without, for the reason of one, and for lines. */
const bytes = { withExchanges: 250_000, reasons: 120_000, reason: 40_000, lines: 80_000 } as const;

/** The groups with their exchanges while there is room, then with their reasons, then a line for each. */
function differences(comparison: Comparison): Markup {
  const withPairs = (members: readonly ClauseComparison[]): Markup =>
    differenceGroup(members, comparison, exchangesOf(members, comparison));
  const withNote = (members: readonly ClauseComparison[]): Markup =>
    differenceGroup(
      members,
      comparison,
      comparison.targets.some(({ hasEvidence }) => hasEvidence)
        ? html`<p class="small faint">Its exchanges are in ${elsewhere}.</p>`
        : [],
    );
  const first = whatFits(groups(comparison.differing), withPairs, new Allowance(bytes.withExchanges));
  const second = whatFits(first.left, withNote, new Allowance(bytes.reasons));
  const { length } = second.left;
  const summary = `${length} more ${length === 1 ? 'group' : 'groups'} of clauses, in full in ${elsewhere}`;
  const line = (members: readonly ClauseComparison[]): Markup => groupLine(members, comparison);
  const third = whatFits(second.left, line, new Allowance(bytes.lines));
  return html`${first.shown} ${second.shown} ${inBrief(summary, third.shown, third.left.length)}`;
}

/** What has everything that the page leaves out. */
const elsewhere = 'the output of compare --format json';

function differenceGroup(members: readonly ClauseComparison[], { targets }: Comparison, exchanges: Markup): Markup {
  const [first] = members;
  return html`<div class="cause">
    <p>${clauseLinks(members.map(({ id }) => id))}</p>
    <dl>
      ${first?.sides.map(
        (side, index) =>
          html`<dt>${shown(targets[index]?.label ?? '')}</dt>
            <dd>
              <span class="verdict ${side?.verdict ?? 'not-judged'}">${side?.verdict ?? 'not judged'}</span>
              ${side !== null && side.reason !== null && html` ${reasonText(side.reason, new Allowance(bytes.reason))}`}
            </dd>`,
      )}
    </dl>
    ${exchanges}
  </div>`;
}

/** How many clauses the line of a group names, and how much of each reason. */
const inLine = { clauses: 8, reason: 120 } as const;

function groupLine(members: readonly ClauseComparison[], { targets }: Comparison): Markup {
  const sides = members[0]?.sides.map((side, index) => {
    const reason = shown(side?.reason ?? '');
    const cut = reason.length > inLine.reason ? `${beginningOf(reason, inLine.reason)}…` : reason;
    return `${shown(targets[index]?.label ?? '')}: ${side?.verdict ?? 'not judged'} ${cut}`.trimEnd();
  });
  const more = members.length - inLine.clauses;
  const first = members.slice(0, inLine.clauses).map(({ id }) => id);
  return html`<li>${clauseLinks(first)}${more > 0 && ` and ${more} more`}: ${sides?.join('; ')}</li>`;
}

function exchangesOf(members: readonly ClauseComparison[], { targets }: Comparison): Markup {
  const labels = targets.map(({ label }) => label);
  const shownClauses = members.slice(0, shownExchanges);
  const scenarios = members.reduce((sum, clause) => sum + clause.scenarios.length, 0);
  const left = scenarios - shownClauses.filter((clause) => clause.scenarios.length > 0).length;
  return html`
    ${shownClauses.map((clause) => exchangePairs(clause, labels))}
    ${
      left > 0 &&
      html`<p class="small faint">
        ${left} more ${left === 1 ? 'scenario differs' : 'scenarios differ'}, shown in ${elsewhere}.
      </p>`
    }
  `;
}

function exchangePairs({ id, scenarios }: ClauseComparison, labels: readonly string[]): Markup | null {
  const [scenario] = scenarios;
  if (scenario === undefined) return null;
  const texts = scenario.sides.map(decisiveText);
  return html`<details data-print>
    <summary>${id}: ${shown(scenario.name)}</summary>
    <div class="sides">
      ${scenario.sides.map(
        (side, index) =>
          html`<div>
            <p class="small">
              ${shown(labels[index] ?? '')}: ${side === null ? 'this scenario did not run' : side.verdict}
            </p>
            ${
              side !== null &&
              markedText(
                texts[index] ?? null,
                texts.filter((_, other) => other !== index),
              )
            }
            ${side !== null && command(side.repro)}
          </div>`,
      )}
    </div>
  </details>`;
}

/** How much of one exchange is shown side by side. */
const longestText = 3_000;

function decisiveText(side: ScenarioSide | null): string | null {
  const exchange = decisiveExchange(side?.exchanges ?? []);
  if (exchange === null) return null;
  const text = transcript({ ...exchange, canonical: null, stringToSign: null }).trimEnd();
  return text.length <= longestText ? text : `${text.slice(0, longestText).toWellFormed()}\n[cut here]`;
}

/** Values that differ between any two runs, and say nothing about the store. */
const changing: readonly RegExp[] = [
  /^[<>] (authorization|content-md5|date|host|user-agent|x-oss-(date|request-id|server-time)): .*/i,
  /<(RequestId|HostId)>[^<]*/g,
  /\bossc-[a-z0-9-]+/g,
  /\b\d{4}-\d\d-\d\dT[\d:.]+Z(, \d+ ms)?/g,
];

function withoutChanging(line: string): string {
  return changing.reduce((text, pattern) => text.replace(pattern, ''), line);
}

/** Marks the lines that no other side has. */
function markedText(text: string | null, others: readonly (string | null)[]): Markup {
  if (text === null) return html`<p class="small faint">Its exchanges are not available.</p>`;
  const compared = others.filter((other) => other !== null);
  const known = new Set(compared.flatMap((other) => other.split('\n').map(withoutChanging)));
  const isMarked = (line: string): boolean => compared.length > 0 && line !== '' && !known.has(withoutChanging(line));
  return html`<pre tabindex="0">
${text.split('\n').map((line) => (isMarked(line) ? html`<mark>${line}</mark>` : `${line}\n`))}</pre>`;
}
