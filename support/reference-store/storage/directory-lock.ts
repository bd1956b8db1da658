import { readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from './missing-file.ts';

/** Another store works on the directory. The message is one line for people. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
}

/** Those that this process holds: its own id in a file says nothing, for ids are used again, in containers above all. */
const heldHere = new Set<string>();

/**
 * What keeps a second store from a data directory: it would take the first one's unfinished files for those of a store
 * that was killed, and clear them away. A file holds the id of the process; that of a process which is no more is taken
 * over, so that a killed store can be started again.
 */
export class DirectoryLock {
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
  }

  /** Throws DirectoryInUse where a store works on the directory. */
  static async take(directory: string): Promise<DirectoryLock> {
    const path = join(await realpath(directory), 'lock');
    while (!(await write(path))) {
      const holder = await holderOf(path);
      if (holder === null) continue;
      if (isAtWork(holder, path))
        throw new DirectoryInUse(
          `another store (process ${holder || 'unknown'}) works on ${directory}: stop it, or give another directory; if there is none, remove ${path}`,
        );
      await rm(path, { force: true });
    }
    heldHere.add(path);
    return new DirectoryLock(path);
  }

  async release(): Promise<void> {
    heldHere.delete(this.#path);
    await rm(this.#path, { force: true });
  }
}

/** Whether the lock is ours now. */
async function write(path: string): Promise<boolean> {
  try {
    await writeFile(path, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** What the file holds where it should hold a process id, `''` before that is written; `null` where there is no file any more. */
async function holderOf(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isAtWork(holder: string, path: string): boolean {
  const id = Number(holder);
  // Whoever wrote something else may be at work.
  if (!Number.isSafeInteger(id) || id < 1) return true;
  if (id === process.pid) return heldHere.has(path);
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
