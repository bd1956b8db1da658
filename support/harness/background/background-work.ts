/**
 * What goes on while scenarios are played. Nobody waits for it then, so a fault of our own in it is kept: thrown at once,
 * it would end the process in the middle of some other scenario.
 */
export class BackgroundWork {
  readonly #underway = new Set<Promise<void>>();
  readonly #failed: Promise<void>[] = [];

  /** How much is underway. */
  get size(): number {
    return this.#underway.size;
  }

  /** `ended` is called when the work has ended, whichever way. */
  add(work: Promise<void>, ended: () => void = () => undefined): void {
    const kept = work
      .catch(() => void this.#failed.push(work))
      .finally(() => {
        this.#underway.delete(kept);
        ended();
      });
    this.#underway.add(kept);
  }

  /** Waits until something has ended. Only for work that is underway. */
  async untilOneEnds(): Promise<void> {
    await Promise.race(this.#underway);
  }

  /** Waits for all that is underway. Throws nothing. */
  async untilAllEnd(): Promise<void> {
    await Promise.all(this.#underway);
  }

  /** Throws the first fault of our own among all that has ended. */
  async throwFailure(): Promise<void> {
    await Promise.all(this.#failed);
  }
}
