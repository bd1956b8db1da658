/** This many full deadlines without a change show that waiting changes nothing. */
const proof = 3;

/** Milliseconds that a scenario waits before it ends with what it saw; the store is watched further meanwhile. */
const momentMs = 150;
/** The same, once full deadlines have shown that waiting changes nothing. */
const shortMomentMs = 25;

/** Whether waits may be cut: not where a run must see what it waits for within the scenario itself. */
export type WaitMode = 'cut' | 'full';

/**
 * How long the scenarios of one session wait for a write to become readable (GBE-19). The verdicts are those of full
 * deadlines, and a store that never shows what it should does not cost a full deadline for each scenario.
 *
 * A scenario waits only a moment, and ends with what it saw. What it waited for is watched until the full deadline while
 * other scenarios are played. If it comes after all, the store is slow: from then on every scenario waits in full, and
 * those whose wait was cut are played again. After several full deadlines without a change, for the same reason,
 * scenarios with that reason are not watched any more. So where a store has failed to show a change that often, one that
 * it shows late afterwards is missed.
 */
export class SessionWaits {
  readonly #mode: WaitMode;
  readonly #capacity: number;
  /** How often a full deadline passed without a change, by the reason of the scenarios. */
  readonly #inVain = new Map<string, number>();
  #allInVain = 0;
  #isSlow = false;
  readonly #cut = new Set<string>();
  readonly #watches = new Set<Promise<void>>();

  /** At most `capacity` scenarios are watched at one time: each keeps its buckets for so long. */
  constructor(mode: WaitMode, capacity: number) {
    this.#mode = mode;
    this.#capacity = Math.max(1, capacity);
  }

  /** How long a scenario waits itself, of a full deadline. */
  patienceMs(deadlineMs: number): number {
    if (this.#mode === 'full' || this.#isSlow) return deadlineMs;
    return Math.min(deadlineMs, this.isProvedInVain() ? shortMomentMs : momentMs);
  }

  /** Whether full deadlines have shown that waiting for that changes nothing; for anything, unless given. */
  isProvedInVain(what?: string): boolean {
    return (what === undefined ? this.#allInVain : (this.#inVain.get(what) ?? 0)) >= proof;
  }

  /** The wait of that scenario was cut. */
  noteCut(scenario: string): void {
    this.#cut.add(scenario);
  }

  /** A full deadline has passed: what was waited for came late, or not at all. */
  noteFullDeadline(what: string, came: boolean): void {
    if (came) this.#isSlow = true;
    else {
      this.#allInVain += 1;
      this.#inVain.set(what, (this.#inVain.get(what) ?? 0) + 1);
    }
  }

  /** The scenario saw what full deadlines show. */
  noteConfirmed(scenario: string): void {
    this.#cut.delete(scenario);
  }

  /** Whether a scenario can be watched; if there is no room and nothing is proved yet, waits for room. */
  async hasRoom(): Promise<boolean> {
    while (this.#watches.size >= this.#capacity) {
      if (this.isProvedInVain()) return false;
      await Promise.race(this.#watches);
    }
    return true;
  }

  watch(watching: Promise<void>): void {
    const watch = watching.finally(() => this.#watches.delete(watch));
    this.#watches.add(watch);
  }

  /** Waits for every watch. */
  async finish(): Promise<void> {
    await Promise.all(this.#watches);
  }

  /** The scenarios that a slow store may have misled. */
  get toPlayAgain(): readonly string[] {
    return this.#isSlow ? [...this.#cut] : [];
  }
}
