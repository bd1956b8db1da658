import { createHash } from 'node:crypto';
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
  const heads = JSON.stringify([origin, method, path, headers, body?.length, answer.status, answer.headers]);
  const digest = createHash('sha256')
    .update(heads)
    .update(body ?? '');
  return digest.update(answer.body).digest('base64');
}
