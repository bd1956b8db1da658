/** Runs one task at a time for each key, in the order of their calls. */
export class KeyedLock {
  readonly #tails = new Map<string, Promise<void>>();

  async exclusively<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const { promise: done, resolve: leave } = Promise.withResolvers<void>();
    const tail = before.then(() => done);
    this.#tails.set(key, tail);
    await before;
    try {
      return await task();
    } finally {
      leave();
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    }
  }
}
