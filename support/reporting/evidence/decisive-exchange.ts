import type { ShownExchange } from '../../harness/evidence/evidence.ts';

/** The control request, which shows whether a store answers at all; it never decides the verdict on another request. */
const controlRequest = /^GET \/\?max-keys=1 /;

/**
 * The index of the decisive exchange: a scenario ends at the first answer that contradicts it. -1 without exchanges.
 */
export function decisiveIndex(exchanges: readonly ShownExchange[]): number {
  const last = exchanges.findLastIndex(({ request }) => !controlRequest.test(request.startLine));
  return last === -1 ? exchanges.length - 1 : last;
}

/** The exchange that decides a verdict; `null` without exchanges. */
export function decisiveExchange(exchanges: readonly ShownExchange[]): ShownExchange | null {
  return exchanges[decisiveIndex(exchanges)] ?? null;
}

/** The request id, which the store's log has too; `null` if the answer has none. */
export function requestIdOf({ answer }: ShownExchange): string | null {
  const header = answer?.headers.find(([name]) => name.toLowerCase() === 'x-oss-request-id');
  return header?.[1] ?? null;
}
