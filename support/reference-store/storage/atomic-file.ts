import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** No other file name of the store starts like this, so such a file is an unfinished write. */
const temporaryPrefix = '.unfinished-';

/**
 * A file that is created completely or not at all: bytes go to a temporary file in the same directory, and `commit()`
 * forces them to the disk and renames it. A process killed before that leaves a temporary file for `clearUnfinishedFiles`.
 */
export class UnfinishedFile {
  readonly handle: FileHandle;
  readonly #temporaryPath: string;
  readonly #path: string;

  private constructor(path: string, temporaryPath: string, handle: FileHandle) {
    this.#path = path;
    this.#temporaryPath = temporaryPath;
    this.handle = handle;
  }

  /** The directory of `path` must exist. */
  static async create(path: string): Promise<UnfinishedFile> {
    const temporaryPath = join(dirname(path), temporaryPrefix + randomBytes(12).toString('hex'));
    return new UnfinishedFile(path, temporaryPath, await open(temporaryPath, 'wx', 0o600));
  }

  /** Renames the temporary file. Replaces a file of that name. */
  async commit(): Promise<void> {
    try {
      await this.handle.sync();
      await this.handle.close();
      await rename(this.#temporaryPath, this.#path);
    } catch (error) {
      await this.abort();
      throw error;
    }
    await syncDirectory(dirname(this.#path));
  }

  /** Leaves nothing behind. Closing a handle twice is harmless. */
  async abort(): Promise<void> {
    await this.handle.close();
    await rm(this.#temporaryPath, { force: true });
  }
}

/** Replaces the file at `path` with `bytes`; a reader sees the old bytes or the new ones, never a mixture. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const file = await UnfinishedFile.create(path);
  try {
    await file.handle.writeFile(bytes);
  } catch (error) {
    await file.abort();
    throw error;
  }
  await file.commit();
}

/**
 * Removes the temporary files of killed writes in `directory` and below. Call it at start-up, before anything writes
 * there.
 */
export async function clearUnfinishedFiles(directory: string): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isFile() && entry.name.startsWith(temporaryPrefix)) await rm(join(entry.parentPath, entry.name));
  }
}

/** Makes renames and removals in `directory` survive a power cut. */
export async function syncDirectory(directory: string): Promise<void> {
  // Windows opens no directories; its file system journals renames by itself.
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
