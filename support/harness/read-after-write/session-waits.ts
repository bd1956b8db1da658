import { BackgroundWork } from '../background/background-work.ts';
import type { DoubtfulScenarios } from './doubtful-scenarios.ts';

/** This many full deadlines without a change show that waiting changes nothing. */
const proof = 3;

/** Milliseconds that a scenario waits before it ends with what it saw; the store is watched further meanwhile. */
const momentMs = 150;
/** The same, once full deadlines have shown that waiting changes nothing. */
const shortMomentMs = 25;

/**
 * How long scenarios wait: `full` for every deadline; `cut` for a moment, while the store is watched further; `again`
 * for a short moment, because full deadlines have shown before that waiting changes nothing.
 */
export type WaitMode = 'full' | 'cut' | 'again';

/**
 * How long the scenarios of one session wait for a write to become readable (GBE-19). The verdicts are those of full
 * deadlines, and a store that never shows what it should does not cost a full deadline for each scenario.
 *
 * A scenario waits only a moment, and ends with what it saw. What it waited for is watched until the full deadline while
 * other scenarios are played. If it comes after all, the store is slow: from then on every scenario waits in full, and
 * those whose wait was cut are played again. After several full deadlines without a change, for the same reason,
 * scenarios with that reason are not watched any more, except one of each feature if there is room. Scenarios that were
 * not watched to the end are unproved: the run plays them again, and those that end otherwise, with full deadlines. So a
 * store that is slow once misleads no scenario, however often it failed before.
 */
export class SessionWaits {
  readonly #mode: WaitMode;
  readonly #capacity: number;
  /** How often a full deadline passed without a change, by the reason of the scenarios. */
  readonly #inVain = new Map<string, number>();
  #allInVain = 0;
  #isSlow = false;
  readonly #cut = new Set<string>();
  readonly #affected = new Set<string>();
  readonly #watches = new BackgroundWork();
  /** The reasons, and the pairs of a feature and a reason, that are or were watched. */
  readonly #watched = new Set<string>();

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

  /** Whether full deadlines have shown that waiting changes nothing. */
  isProvedInVain(): boolean {
    return this.#mode === 'again' || this.#allInVain >= proof;
  }

  /** A wait of that scenario was cut, and nothing has been seen yet of the rest of its deadline. */
  noteCut(scenario: string): void {
    this.#cut.add(scenario);
  }

  /** That scenario takes another course than with full deadlines. */
  noteAffected(scenario: string): void {
    this.#affected.add(scenario);
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

  /**
   * Whether a scenario is watched. If there is no room, waits for it until something is proved; for a new reason, in any
   * case.
   */
  async takesWatch(feature: string, why: string): Promise<boolean> {
    if (this.#mode === 'again') return false;
    const kind = `${feature}: ${why}`;
    if ((this.#inVain.get(why) ?? 0) >= proof && this.#watched.has(kind)) return false;
    while (this.#watches.size >= this.#capacity) {
      if (this.isProvedInVain() && this.#watched.has(why)) return false;
      await this.#watches.untilOneEnds();
    }
    this.#watched.add(why).add(kind);
    return true;
  }

  /** Whether the store is watched for scenarios that ended. */
  get isWatching(): boolean {
    return this.#watches.size > 0;
  }

  watch(watching: Promise<void>): void {
    this.#watches.add(watching);
  }

  /** Waits for every watch. Throws what went wrong with one by our own fault. */
  async finish(): Promise<void> {
    await this.#watches.untilAllEnd();
    await this.#watches.throwFailure();
  }

  /** The scenarios that may have ended otherwise than with full deadlines. */
  get doubtful(): DoubtfulScenarios {
    const cut = [...this.#cut];
    const affected = [...this.#affected];
    return this.#isSlow ? { misled: cut, unproved: [], affected } : { misled: [], unproved: cut, affected };
  }
}
