import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DirectoryLock } from './directory-lock.ts';

/**
 * What acknowledged data survives: nothing, because it ends with the store, or a power cut. The latter costs some
 * milliseconds per write.
 */
export type Durability = 'none' | 'power-cut';

/** The directory of a store: a chosen one, or a temporary one that is removed with the store. */
export class DataDirectory {
  readonly path: string;
  readonly durability: Durability;
  /** `null` for a temporary one, which no other store uses. */
  readonly #lock: DirectoryLock | null;

  private constructor(path: string, lock: DirectoryLock | null) {
    this.path = path;
    this.#lock = lock;
    this.durability = lock === null ? 'none' : 'power-cut';
  }

  /** Without a path, it creates a temporary directory. Throws DirectoryInUse if another store uses it. */
  static async open(path?: string): Promise<DataDirectory> {
    if (path === undefined) return new DataDirectory(await mkdtemp(join(tmpdir(), 'oss-reference-store-')), null);
    await mkdir(path, { recursive: true });
    return new DataDirectory(path, DirectoryLock.take(path));
  }

  /** Removes a temporary directory; keeps any other for the next store. */
  async close(): Promise<void> {
    if (this.#lock === null) await rm(this.path, { recursive: true, force: true });
    else this.#lock.release();
  }
}
