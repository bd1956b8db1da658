import { hash } from 'node:crypto';
import { sha256Of } from '../../client/body-digest.ts';
import type { Answer } from '../../client/exchange.ts';
import type { WireRequest } from '../../client/request.ts';

/**
 * The exchanges that nock has played. It keeps nothing from one exchange to the next, so to play the same bytes again
 * would show nothing new. Two of three exchanges are like an earlier one, such as the creation of the bucket, and nock
 * would take a quarter of a replay for them.
 */
export class PlayedExchanges {
  readonly #digests = new Set<string>();

  has(request: WireRequest, answer: Answer): boolean {
    return this.#digests.has(digestOf(request, answer));
  }

  /** `answer` is the one that arrived: if nock has changed it, the recorded exchange does not count as played. */
  add(request: WireRequest, answer: Answer): void {
    this.#digests.add(digestOf(request, answer));
  }
}

/** Covers every byte that is asked and answered. */
function digestOf({ origin, method, path, headers, body }: WireRequest, answer: Answer): string {
  const asked = [origin, method, path, headers, body === null ? null : sha256Of(body)];
  const answered = [answer.status, answer.headers, sha256Of(answer.body)];
  return hash('sha256', JSON.stringify([asked, answered]));
}
