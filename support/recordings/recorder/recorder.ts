import type { Exchange } from '../../client/exchange.ts';
import { UnrecordableBody } from '../format/recorded-body.ts';
import { recordExchange } from '../format/recorded-exchange.ts';
import type { RecordedExchange } from '../format/recording.ts';
import type { Translation } from './translation.ts';
import type { Outcome } from '../../client/wire.ts';

/**
 * Makes the recording of one scenario while it is re-enacted: each request as the stand-ins send it, each answer as the
 * live store gave it to the request in the same place.
 */
export class Recorder {
  readonly #heard: () => readonly Exchange[];
  readonly #translation: Translation;
  readonly #sent: Uint8Array[] = [];
  readonly #exchanges: RecordedExchange[] = [];
  #departure: string | null = null;

  /** `heard` gives what the live scenario asked and heard so far. */
  constructor(heard: () => readonly Exchange[], translation: Translation) {
    this.#heard = heard;
    this.#translation = translation;
  }

  get exchanges(): readonly RecordedExchange[] {
    return this.#exchanges;
  }

  /** Why the re-enactment cannot stand for the scenario; `null` where it can. */
  get departure(): string | null {
    if (this.#departure !== null) return this.#departure;
    return this.#exchanges.length === this.#heard().length ? null : 'played again, it asks for less';
  }

  /** What comes of a re-enacted exchange. */
  prompt(reenacted: Exchange): Outcome {
    const live = this.#heard()[this.#exchanges.length];
    if (live === undefined || live.request.method !== reenacted.request.method)
      return this.#depart('played again, it asks for something else');
    const outcome = this.#translation.outcome(live, reenacted);
    this.#sent.push(reenacted.request.body ?? new Uint8Array());
    try {
      this.#exchanges.push(recordExchange(reenacted.request, outcome, this.#sent));
    } catch (error) {
      if (error instanceof UnrecordableBody) return this.#depart(error.message);
      throw error;
    }
    return outcome;
  }

  #depart(why: string): never {
    this.#departure ??= why;
    throw new Error(why);
  }
}
