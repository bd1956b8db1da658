import { join } from 'node:path';
import { ExclusiveLock } from '../exclusive-lock/exclusive-lock.ts';
import { ConfigurationError } from '../harness/target/configuration-error.ts';

/**
 * Keeps a reports directory to one run or sweep at a time. Two runs would mix their results, and a sweep during a run
 * would remove the buckets that the run uses.
 */
export class RunLock {
  readonly #lock: ExclusiveLock;

  private constructor(lock: ExclusiveLock) {
    this.#lock = lock;
  }

  /** Throws ConfigurationError where a run or a sweep is already using the directory. */
  static take(directory: string): RunLock {
    const path = join(directory, 'run.lock');
    const lock = ExclusiveLock.take(path);
    if (lock !== null) return new RunLock(lock);
    const holder = ExclusiveLock.holderOf(path);
    throw new ConfigurationError(
      `${directory}: another run is using this directory${holder === null ? '' : ` (${holder})`}; wait until it ends, or give another --reports`,
    );
  }

  release(): void {
    this.#lock.release();
  }
}
