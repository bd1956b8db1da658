import { Inconclusive, Nonconformance } from '../verdict/finding.ts';
import { poll } from './polling.ts';
import type { SessionWaits } from './session-waits.ts';

/** A wait that ended before its full deadline. */
interface CutWait {
  /** Whether what was waited for is there now. */
  readonly hasCome: () => Promise<boolean>;
  readonly deadlineMs: number;
  readonly leftMs: number;
}

/** What a wait in the course of a scenario is for, which no verdict says. */
const midway = 'midway';

/** The waits of one scenario. */
export class ScenarioWaits {
  readonly #session: SessionWaits;
  /** `FEATURE:LINE` */
  readonly #scenario: string;
  /** A look may wait itself. */
  #isLooking = false;
  /** Set while the scenario has asked nothing else since. */
  #cut: CutWait | null = null;
  /** Cut waits whose full deadline the scenario did not wait for. */
  #skipped = 0;
  /** A later wait of the same scenario would have begun so much later. */
  #skippedMs = 0;

  constructor(session: SessionWaits, scenario: string) {
    this.#session = session;
    this.#scenario = scenario;
    if (session.isWatching) session.noteAffected(scenario);
  }

  /** Looks until what is seen satisfies, for the deadline or a part of it; returns what was seen last. */
  async until<T>(look: () => Promise<T>, satisfied: (seen: T) => boolean, deadlineMs: number): Promise<T> {
    const patienceMs = this.#session.patienceMs(deadlineMs);
    if (this.#isLooking) return this.#within(patienceMs, deadlineMs, () => poll(look, satisfied, patienceMs));
    await this.resume();
    const seen = await this.#within(patienceMs, deadlineMs, () => this.#poll(look, satisfied, patienceMs));
    if (patienceMs < deadlineMs && !satisfied(seen))
      this.#cut = { hasCome: async () => satisfied(await look()), deadlineMs, leftMs: deadlineMs - patienceMs };
    return seen;
  }

  /**
   * Before the scenario asks anything else, waits for the rest of a cut wait: the next request may change what is waited
   * for. If it comes now, the scenario has seen it too late, and will be played again.
   */
  async resume(): Promise<void> {
    const cut = this.#cut;
    if (cut === null || this.#isLooking) return;
    this.#cut = null;
    if (this.#session.isProvedInVain()) {
      this.#session.noteCut(this.#scenario);
      this.#skipped += 1;
      this.#skippedMs += cut.leftMs;
      return;
    }
    const came = await this.#poll(cut.hasCome, (has) => has, cut.leftMs);
    if (came) this.#session.noteCut(this.#scenario);
    this.#session.noteFullDeadline(midway, came);
  }

  /**
   * Ends the scenario; `why` is the reason of its verdict. Calls `release` once nothing of the scenario is looked at any
   * more: that may be much later.
   */
  async end(why: string, release: () => void): Promise<void> {
    const cut = this.#cut;
    this.#cut = null;
    if (cut === null) return release();
    this.#session.noteCut(this.#scenario);
    const what = `${this.#skipped} ${why}`;
    if (await this.#session.takesWatch(featureOf(this.#scenario), what))
      this.#session.watch(this.#watch(cut, what).finally(release));
    else release();
  }

  /** If a wait takes all of a part of its deadline, its last look is an early one, whatever it sees. */
  async #within<T>(partMs: number, deadlineMs: number, wait: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await wait();
    } finally {
      if (partMs < deadlineMs && performance.now() - began >= partMs) this.#session.noteAffected(this.#scenario);
    }
  }

  async #poll<T>(look: () => Promise<T>, satisfied: (seen: T) => boolean, deadlineMs: number): Promise<T> {
    this.#isLooking = true;
    try {
      return await poll(look, satisfied, deadlineMs);
    } finally {
      this.#isLooking = false;
    }
  }

  async #watch({ hasCome, deadlineMs, leftMs }: CutWait, what: string): Promise<void> {
    // With full deadlines this wait would have begun later; more than one deadline later, it would see the same.
    const laterMs = Math.min(this.#skippedMs, deadlineMs);
    try {
      const came = await this.#poll(hasCome, (seen) => seen, leftMs + laterMs);
      this.#session.noteFullDeadline(what, came);
      if (!came && this.#skipped === 0) this.#session.noteConfirmed(this.#scenario);
    } catch (error) {
      // The store did not answer: the scenario itself would have said so, and is played again if the store is slow.
      if (!(error instanceof Nonconformance || error instanceof Inconclusive)) throw error;
    }
  }
}

function featureOf(scenario: string): string {
  return scenario.slice(0, scenario.lastIndexOf(':'));
}
