import type { ScenarioEvidence, ShownExchange } from '../../harness/evidence/evidence.ts';
import { decisiveIndex } from '../evidence/decisive-exchange.ts';
import { transcript, transcriptTitle } from '../evidence/transcript.ts';

/** An exchange, or the same one several times in a row. */
export interface ExchangeSection {
  /** `3`, or `3–5` for several. */
  readonly number: string;
  /** `PUT /bucket/?encryption → 400` */
  readonly title: string;
  readonly transcript: string;
  /** The index of the step of the exchange; `null` if unknown. */
  readonly step: number | null;
}

interface NumberedExchange {
  readonly index: number;
  readonly step: number | null;
  readonly exchange: ShownExchange;
}

/**
 * The exchanges of a scenario in order. If a step repeats a request until the answer is the expected one, only the first
 * and last exchange have a transcript.
 */
export function exchangeSections({ exchanges, stepEnds }: ScenarioEvidence): ExchangeSection[] {
  const decisive = decisiveIndex(exchanges);
  const numbered = exchanges.map((exchange, index) => ({ index, step: stepOf(index, stepEnds), exchange }));
  return polls(numbered).map((poll) => sectionOf(poll, decisive));
}

/** The exchanges as one text: opening a file for each is most of the cost of Allure's results. */
export function transcriptsOf(sections: readonly ExchangeSection[]): string {
  return sections.map((section) => `${section.number}. ${section.title}\n\n${section.transcript}`).join('\n');
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

function sectionOf(poll: readonly NumberedExchange[], decisive: number): ExchangeSection {
  const [first] = poll;
  const last = poll.at(-1);
  if (first === undefined || last === undefined) throw new Error('a poll without exchanges was attached');
  const mark = first.index <= decisive && decisive <= last.index ? 'decisive: ' : '';
  const times = first === last ? '' : ` (${poll.length} times)`;
  return {
    number: first === last ? `${first.index + 1}` : `${first.index + 1}–${last.index + 1}`,
    title: `${mark}${transcriptTitle(last.exchange)}${times}`,
    transcript: first === last ? transcript(first.exchange) : firstAndLast(first, last, poll.length),
    step: first.step,
  };
}

function firstAndLast(first: NumberedExchange, last: NumberedExchange, count: number): string {
  const between = count > 2 ? `\n[${count - 2} more of the same request]\n` : '';
  return `${transcript(first.exchange)}${between}\n${transcript(last.exchange)}`;
}
