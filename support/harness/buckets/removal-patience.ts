import type { Removal } from './bucket-removal.ts';

/** Waits in vain, one after the other, that show that the store does not let go of its buckets. */
const provingWaits = 2;

/** What a store that lets go at once may take, as a share of the full patience. */
const hastyShare = 1 / 20;

/** How long to wait for a bucket to go: no longer each time where waiting has changed nothing several times. */
export class RemovalPatience {
  readonly #fullMs: number;
  #inVain = 0;

  constructor(fullMs: number) {
    this.#fullMs = fullMs;
  }

  get isHasty(): boolean {
    return this.#inVain >= provingWaits;
  }

  /** Milliseconds. */
  get current(): number {
    return this.isHasty ? this.#fullMs * hastyShare : this.#fullMs;
  }

  /** Learns from a removal that began with `givenMs` and took `tookMs`. */
  learn(outcome: Removal, givenMs: number, tookMs: number): void {
    if (givenMs < this.#fullMs) return;
    if (typeof outcome !== 'object') this.#inVain = 0;
    else if (tookMs >= givenMs) this.#inVain += 1;
  }
}
