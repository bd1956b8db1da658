import { join } from 'node:path';
import { ExclusiveLock } from '../../exclusive-lock/exclusive-lock.ts';

/** Another store uses the directory. The message is one line for people. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
}

/**
 * Limits a data directory to one store: a second one would take the unfinished files of the first for leftovers of a
 * killed store, and remove them.
 */
export class DirectoryLock {
  readonly #lock: ExclusiveLock;

  private constructor(lock: ExclusiveLock) {
    this.#lock = lock;
  }

  /** Throws DirectoryInUse if another store uses the directory. */
  static take(directory: string): DirectoryLock {
    const path = join(directory, 'lock');
    const lock = ExclusiveLock.take(path);
    if (lock !== null) return new DirectoryLock(lock);
    const holder = ExclusiveLock.holderOf(path);
    throw new DirectoryInUse(
      `another store${holder === null ? '' : ` (${holder})`} uses ${directory}; stop it, or give another directory`,
    );
  }

  release(): void {
    this.#lock.release();
  }
}
