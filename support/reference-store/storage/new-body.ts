import { writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { removeIfPresent } from './missing-file.ts';

/** A body that is being written. It counts only once a record names it; until then a restart removes it. */
export class NewBody {
  readonly file: string;
  readonly #path: string;
  readonly #forced: boolean;
  /** `null` until the first bytes are written. */
  #handle: FileHandle | null = null;

  /** `forced`: `complete` waits until the bytes are on the disk. */
  constructor(directory: string, file: string, forced: boolean) {
    this.file = file;
    this.#path = join(directory, file);
    this.#forced = forced;
  }

  /** Returns the number of bytes. */
  async append(chunks: readonly Uint8Array[]): Promise<number> {
    this.#handle ??= await open(this.#path, 'wx', 0o600);
    const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    const { bytesWritten } = await this.#handle.writev(chunks);
    if (bytesWritten !== length) throw new Error('the disk accepted only a part of the bytes');
    return length;
  }

  /** Forces the bytes so far to the disk. */
  async sync(): Promise<void> {
    await this.#handle?.datasync();
  }

  /** Appends the last bytes. They are durable once the directory is synced with a record. */
  async complete(last: readonly Uint8Array[]): Promise<void> {
    if (this.#handle === null && !this.#forced) {
      // A whole body for the page cache: each trip to the thread pool would take longer than writing it.
      writeFileSync(this.#path, Buffer.concat(last), { flag: 'wx', mode: 0o600 });
      return;
    }
    await this.append(last);
    if (this.#forced) await this.sync();
    await this.#handle?.close();
  }

  /** Removes a body that no record names. Discarding twice is harmless. */
  async discard(): Promise<void> {
    await this.#handle?.close();
    await removeIfPresent(this.#path);
  }
}
