import type { Exchange } from '../../client/exchange.ts';
import { UnrecordableBody } from '../format/recorded-body.ts';
import { recordExchange } from '../format/recorded-exchange.ts';
import type { RecordedExchange } from '../format/recording.ts';
import type { AnswerNormalizer } from './answer-normalizer.ts';
import type { Outcome } from '../../client/wire.ts';

/**
 * Makes the recording of one scenario while it is rerun offline: each request with the placeholder credentials, each
 * answer as the live store gave it to the request at the same position.
 */
export class ScenarioRecorder {
  readonly #live: () => readonly Exchange[];
  readonly #normalizer: AnswerNormalizer;
  readonly #sent: Uint8Array[] = [];
  readonly #exchanges: RecordedExchange[] = [];
  #mismatch: string | null = null;

  /** `live` gives the exchanges of the live scenario so far. */
  constructor(live: () => readonly Exchange[], normalizer: AnswerNormalizer) {
    this.#live = live;
    this.#normalizer = normalizer;
  }

  get exchanges(): readonly RecordedExchange[] {
    return this.#exchanges;
  }

  /** Why the rerun cannot replace the scenario; `null` where it can. */
  get mismatch(): string | null {
    if (this.#mismatch !== null) return this.#mismatch;
    return this.#exchanges.length === this.#live().length ? null : 'rerun, it sends fewer requests';
  }

  /** The outcome of an exchange of the rerun. */
  outcomeOf(rerun: Exchange): Outcome {
    const live = this.#live()[this.#exchanges.length];
    if (live === undefined || live.request.method !== rerun.request.method)
      return this.#stop('rerun, it sends another request');
    const outcome = this.#normalizer.outcome(live, rerun);
    this.#sent.push(rerun.request.body ?? new Uint8Array());
    try {
      this.#exchanges.push(recordExchange(rerun.request, outcome, this.#sent));
    } catch (error) {
      if (error instanceof UnrecordableBody) return this.#stop(error.message);
      throw error;
    }
    return outcome;
  }

  #stop(why: string): never {
    this.#mismatch ??= why;
    throw new Error(why);
  }
}
