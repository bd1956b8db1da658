import type { Side } from '../comparison/comparison.ts';
import { isFailure } from '../results/conclusion.ts';
import type { ClauseResult, Results, ScenarioResult } from '../results/results.ts';
import { Allowance, inBrief } from './allowance.ts';
import { html, shown } from './html.ts';
import type { Markup } from './html.ts';
import { ExchangeTexts } from './page-content.ts';
import { beginningOf } from './reason.ts';
import { command } from './verdict-section.ts';

/** The bytes for failing scenarios in full, for what they sent and received, and for the lines of the others. */
const bytes = { inFull: 200_000, exchanges: 150_000, lines: 300_000 } as const;

/** How much of its reason a failing scenario shows: the causes have it in full. */
const longestReason = 160;

/** The failing scenarios of one run: as many in full as a page takes, the others on a line each. */
export class Failures {
  readonly #inFull = new Map<ScenarioResult, Markup>();
  readonly #lines = new Map<ScenarioResult, Markup>();

  constructor(side: Side) {
    this.#fillInFull(side);
    this.#fillLines(side.results);
  }

  #fillInFull({ results, evidence }: Side): void {
    const inFull = new Allowance(bytes.inFull);
    const exchanges = new Allowance(bytes.exchanges);
    const texts = new ExchangeTexts(evidence);
    for (const scenario of inOrderOfUse(results)) {
      if (!inFull.takes(inFullWith(scenario, null))) continue;
      this.#inFull.set(scenario, inFullWith(scenario, exchangeOf(texts.of(scenario), exchanges)));
    }
  }

  /** Each clause has a line before any has two. */
  #fillLines({ clauses }: Results): void {
    const room = new Allowance(bytes.lines);
    const ofClauses = clauses.map((clause) => {
      const failing = failingOf(clause);
      return failing
        .map((scenario, index) => ({ scenario, line: lineOf(scenario, clause, failing[index - 1] ?? null) }))
        .filter(({ scenario }) => !this.#inFull.has(scenario));
    });
    const inOrder = [...ofClauses.map((lines) => lines.slice(0, 1)), ...ofClauses.map((lines) => lines.slice(1))];
    for (const { scenario, line } of inOrder.flat()) if (room.takes(line)) this.#lines.set(scenario, line);
  }

  /** The failing scenarios of one clause; those without room are counted, with the file that has them. */
  of(clause: ClauseResult): Markup {
    const failing = failingOf(clause);
    const others = failing.filter((scenario) => !this.#inFull.has(scenario));
    const lines = others.flatMap((scenario) => this.#lines.get(scenario) ?? []);
    const more = others.length < failing.length ? 'more ' : '';
    const summary = `${others.length} ${more}failing ${others.length === 1 ? 'scenario' : 'scenarios'}, in full in results.json`;
    return html`
      ${failing.map((scenario) => this.#inFull.get(scenario))} ${inBrief(summary, lines, others.length - lines.length)}
    `;
  }
}

export function failingOf({ scenarios }: ClauseResult): readonly ScenarioResult[] {
  return scenarios.filter(({ verdict }) => isFailure(verdict));
}

/** What a page is read for comes first: a scenario for each cause, then one for each clause. */
function inOrderOfUse({ causes, clauses }: Results): ReadonlySet<ScenarioResult> {
  const failing = clauses.map(failingOf);
  const ofReason = new Map(
    failing
      .flat()
      .toReversed()
      .map((scenario) => [scenario.reason, scenario]),
  );
  const ofCauses = causes.flatMap(({ reason }) => ofReason.get(reason) ?? []);
  return new Set([...ofCauses, ...failing.flatMap(([first]) => first ?? []), ...failing.flat()]);
}

/** `null` if nothing is known. */
function exchangeOf(text: string | null, exchanges: Allowance): Markup | null {
  if (text === null) return null;
  const exchange = html`<details>
    <summary class="small">What was sent and answered</summary>
    <pre tabindex="0">${text}</pre>
  </details>`;
  return exchanges.takes(exchange)
    ? exchange
    : html`<p class="small faint">What was sent and answered is in the evidence file.</p>`;
}

function inFullWith(scenario: ScenarioResult, exchange: Markup | null): Markup {
  const { name, line, verdict, reason, requestId, evidence, repro, request, expected } = scenario;
  return html`<details class="scenarios" data-print>
    <summary>
      <span class="verdict ${verdict}">${verdict}</span> ${shown(name)} <span class="faint small">line ${line}</span>
      ${expected && html`<span class="tag">known deviation</span>`}
    </summary>
    <p>${briefly(reason ?? 'no reason was given')}</p>
    <dl class="small">
      ${
        requestId !== null &&
        html`<dt>Request id</dt>
          <dd><code>${shown(requestId)}</code></dd>`
      }
      ${
        evidence !== null &&
        html`<dt>Evidence</dt>
          <dd><a href=${evidence}>${evidence}</a></dd>`
      }
    </dl>
    ${command(repro)} ${request !== null && command(request)} ${exchange}
  </details>`;
}

function lineOf(scenario: ScenarioResult, clause: ClauseResult, before: ScenarioResult | null): Markup {
  const { name, line, verdict, reason, evidence, expected } = scenario;
  return html`<li>
    ${evidence === null ? shown(name) : html`<a href=${evidence}>${shown(name)}</a>`}
    <span class="faint"> line ${line}</span>
    ${verdict !== clause.verdict && html` <span class=${verdict}>${verdict}</span>`}
    ${expected && html` <span class="tag">known deviation</span>`}${': '}
    ${before?.reason === reason ? 'the same reason' : briefly(reason ?? 'no reason was given')}
  </li>`;
}

function briefly(reason: string): Markup {
  const text = shown(reason);
  if (text.length <= longestReason) return html`${text}`;
  return html`${beginningOf(text, longestReason)}… (<a href="#causes">${text.length} characters</a>)`;
}
