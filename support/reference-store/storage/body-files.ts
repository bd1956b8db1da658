import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Durability } from './data-directory.ts';

const suffix = '.body';

/** Whether a file name is that of a body. */
export function isBodyFile(name: string): boolean {
  return name.endsWith(suffix);
}

/** A body that is being written. It counts only once a record names it; until then a restart removes it. */
export interface NewBody {
  readonly file: string;
  readonly handle: FileHandle;
}

/**
 * The body files of one directory. A body is written once and never changed,
 * and one that is being read is removed only after the last reader left it.
 */
export class BodyFiles {
  readonly #directory: string;
  readonly #durability: Durability;
  readonly #readers = new Map<string, number>();
  readonly #unwanted = new Set<string>();

  constructor(directory: string, durability: Durability) {
    this.#directory = directory;
    this.#durability = durability;
  }

  /** Whether bytes should be forced to the disk. */
  get forced(): boolean {
    return this.#durability === 'power-cut';
  }

  async create(): Promise<NewBody> {
    const file = randomUUID() + suffix;
    return { file, handle: await open(join(this.#directory, file), 'wx', 0o600) };
  }

  /** Completes a body: its bytes are durable once the directory is synced with a record. */
  async complete(body: NewBody): Promise<void> {
    if (this.forced) await body.handle.datasync();
    await body.handle.close();
  }

  /** Removes a body that no record names. */
  async discard(body: NewBody): Promise<void> {
    await body.handle.close();
    await this.#delete(body.file);
  }

  async open(file: string): Promise<FileHandle> {
    return open(join(this.#directory, file), 'r');
  }

  /** Keeps the files until `release`, even if they are removed meanwhile. */
  retain(files: readonly string[]): void {
    for (const file of files) this.#readers.set(file, (this.#readers.get(file) ?? 0) + 1);
  }

  async release(files: readonly string[]): Promise<void> {
    for (const file of files) {
      const left = (this.#readers.get(file) ?? 0) - 1;
      if (left > 0) {
        this.#readers.set(file, left);
        continue;
      }
      this.#readers.delete(file);
      if (this.#unwanted.delete(file)) await this.#delete(file);
    }
  }

  /** Removes the files, each as soon as it has no reader. */
  async remove(files: readonly string[]): Promise<void> {
    for (const file of files) {
      if (this.#readers.has(file)) this.#unwanted.add(file);
      else await this.#delete(file);
    }
  }

  async #delete(file: string): Promise<void> {
    await rm(join(this.#directory, file), { force: true });
  }
}
