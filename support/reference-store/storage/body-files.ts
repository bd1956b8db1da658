import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Durability } from './data-directory.ts';
import { removeIfPresent } from './missing-file.ts';
import { NewBody } from './new-body.ts';

const suffix = '.body';

/** Whether a file name is that of a body. */
export function isBodyFile(name: string): boolean {
  return name.endsWith(suffix);
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

  create(): NewBody {
    return new NewBody(this.#directory, randomUUID() + suffix, this.forced);
  }

  async open(file: string): Promise<FileHandle> {
    return open(join(this.#directory, file), 'r');
  }

  /**
   * A short body, in memory of its own. Reading it takes a tenth of the time that asking a thread for it four times
   * takes: to open, measure, read and close the file.
   */
  readWhole(file: string): Uint8Array {
    return new Uint8Array(readFileSync(join(this.#directory, file)));
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
    await removeIfPresent(join(this.#directory, file));
  }
}
