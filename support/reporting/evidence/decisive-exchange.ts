import type { ShownExchange } from '../../harness/evidence/evidence.ts';

/** What the suite sends to see whether a store answers at all; it never decides a verdict on another request. */
const controlRequest = /^GET \/\?max-keys=1 /;

/** The place of the exchange a verdict rests on: a scenario ends at the first answer that contradicts it. -1 without exchanges. */
export function decisiveIndex(exchanges: readonly ShownExchange[]): number {
  const last = exchanges.findLastIndex(({ request }) => !controlRequest.test(request.startLine));
  return last === -1 ? exchanges.length - 1 : last;
}

/** The exchange a verdict rests on; `null` without exchanges. */
export function decisiveExchange(exchanges: readonly ShownExchange[]): ShownExchange | null {
  return exchanges[decisiveIndex(exchanges)] ?? null;
}

/** The id by which the store's own log knows the request; `null` where the answer has none. */
export function requestIdOf({ answer }: ShownExchange): string | null {
  const header = answer?.headers.find(([name]) => name.toLowerCase() === 'x-oss-request-id');
  return header?.[1] ?? null;
}
