import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Durability } from './atomic-file.ts';

/** Where a store keeps its bytes: a directory of its owner's choice, or a temporary one that goes with the store. */
export class DataDirectory {
  readonly path: string;
  readonly durability: Durability;
  readonly #temporary: boolean;

  private constructor(path: string, temporary: boolean) {
    this.path = path;
    this.#temporary = temporary;
    this.durability = temporary ? 'kill' : 'power-cut';
  }

  /** Without a path, a temporary directory is made. */
  static async open(path?: string): Promise<DataDirectory> {
    if (path === undefined) return new DataDirectory(await mkdtemp(join(tmpdir(), 'oss-reference-store-')), true);
    await mkdir(path, { recursive: true });
    return new DataDirectory(path, false);
  }

  /** Removes a temporary directory. */
  async close(): Promise<void> {
    if (this.#temporary) await rm(this.path, { recursive: true, force: true });
  }
}
