import type { ScenarioEvidence, ShownExchange } from '../../harness/evidence/evidence.ts';
import { decisiveIndex } from '../evidence/decisive-exchange.ts';
import { cutText } from '../text/cut-text.ts';
import { transcript, transcriptTitle } from '../evidence/transcript.ts';

/** The exchanges that a step shows. */
export interface ExchangeAttachment {
  readonly name: string;
  readonly text: string;
  /** The index of the step of the exchange; `null` if unknown. */
  readonly step: number | null;
}

/** Allure shows it in one line. */
const longestName = 300;

interface NumberedExchange {
  readonly index: number;
  readonly step: number | null;
  readonly exchange: ShownExchange;
}

/**
 * One attachment for each step with exchanges, in order, because opening files is most of the cost of Allure's results.
 * If a step repeats a request until the answer is the expected one, only the first and last exchange are attached.
 */
export function exchangeAttachments({ exchanges, stepEnds }: ScenarioEvidence): ExchangeAttachment[] {
  const decisive = decisiveIndex(exchanges);
  const numbered = exchanges.map((exchange, index) => ({ index, step: stepOf(index, stepEnds), exchange }));
  const sections = polls(numbered).map((poll) => sectionOf(poll, decisive));
  return [...Map.groupBy(sections, ({ step }) => step).values()].map(joined);
}

function stepOf(index: number, stepEnds: readonly number[] = []): number | null {
  const step = stepEnds.findIndex((end) => index < end);
  return step === -1 ? null : step;
}

/** Groups the requests that one step sends several times in a row. */
function polls(exchanges: readonly NumberedExchange[]): NumberedExchange[][] {
  const groups: NumberedExchange[][] = [];
  for (const exchange of exchanges) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    if (group !== undefined && first !== undefined && isRepeated(first, exchange)) group.push(exchange);
    else groups.push([exchange]);
  }
  return groups;
}

function isRepeated(one: NumberedExchange, other: NumberedExchange): boolean {
  return one.step === other.step && asSent(one.exchange) === asSent(other.exchange);
}

/** What the client renews each time it sends a request. */
const renewedHeaders = /^(authorization|date|x-oss-date)$/i;

/** Equal for the same request of the same principal. Headers count: a read with another Range is another request. */
function asSent({ as, request: { startLine, headers, body } }: ShownExchange): string {
  return JSON.stringify([as, startLine, headers.filter(([name]) => !renewedHeaders.test(name)), body]);
}

function sectionOf(poll: readonly NumberedExchange[], decisive: number): ExchangeAttachment {
  const [first] = poll;
  const last = poll.at(-1);
  if (first === undefined || last === undefined) throw new Error('a poll without exchanges was attached');
  const number = first === last ? `${first.index + 1}` : `${first.index + 1}–${last.index + 1}`;
  const mark = first.index <= decisive && decisive <= last.index ? 'decisive: ' : '';
  const times = first === last ? '' : ` (${poll.length} times)`;
  return {
    name: `${number}. ${mark}${transcriptTitle(last.exchange)}${times}`,
    text: first === last ? transcript(first.exchange) : firstAndLast(first, last, poll.length),
    step: first.step,
  };
}

function joined(sections: readonly ExchangeAttachment[]): ExchangeAttachment {
  const [first] = sections;
  if (first === undefined) throw new Error('a step without exchanges was attached');
  if (sections.length === 1) return first;
  const name = cutText(nameOf(sections), longestName);
  const text = sections.map((section) => `${section.name}\n\n${section.text}`).join('\n');
  return { ...first, name, text };
}

/** So many requests are named one by one. */
const namedRequests = 3;

function nameOf(sections: readonly ExchangeAttachment[]): string {
  const names = sections.map(({ name }) => name);
  if (names.length <= namedRequests) return names.join('; ');
  const shown = names.find((name) => name.includes('. decisive: ')) ?? names.at(-1);
  return `${names.length} requests, among them ${shown}`;
}

function firstAndLast(first: NumberedExchange, last: NumberedExchange, count: number): string {
  const between = count > 2 ? `\n[${count - 2} more of the same request]\n` : '';
  return `${transcript(first.exchange)}${between}\n${transcript(last.exchange)}`;
}
