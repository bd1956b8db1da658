import { hash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectory, writeAtomically } from './atomic-file.ts';
import { readIfPresent } from './missing-file.ts';
import type { FoundRecords, Records } from './records.ts';

/** A record file does not contain what was written to it. */
export class DamagedRecordError extends Error {
  override readonly name = 'DamagedRecordError';

  constructor(path: string) {
    super(`the record ${path} is damaged: restore the file, or delete what it describes`);
  }
}

/** A line of hexadecimal SHA-256, so that a person can read the file. */
const checksumBytes = 65;

/**
 * Records of one kind in one directory, which survive a power cut. Each is a file with a checksum and JSON; the suffix
 * names the kind.
 */
export class RecordFiles<T> implements Records<T> {
  readonly #directory: string;
  readonly #suffix: string;

  constructor(directory: string, suffix: string) {
    this.#directory = directory;
    this.#suffix = suffix;
  }

  async write(name: string, record: T): Promise<void> {
    const json = Buffer.from(JSON.stringify(record));
    await writeAtomically(this.#path(name), Buffer.concat([checksum(json), json]));
  }

  /** @throws DamagedRecordError */
  async read(name: string): Promise<T | undefined> {
    const path = this.#path(name);
    const bytes = await readIfPresent(path);
    if (bytes === undefined) return undefined;
    const json = bytes.subarray(checksumBytes);
    if (!checksum(json).equals(bytes.subarray(0, checksumBytes))) throw new DamagedRecordError(path);
    // The checksum shows that these bytes are those that `write` was given.
    const record: T = JSON.parse(json.toString());
    return record;
  }

  async readAll(): Promise<FoundRecords<T>> {
    const records = new Map<string, T>();
    const damaged: string[] = [];
    for (const name of await this.#names()) {
      try {
        const record = await this.read(name);
        if (record !== undefined) records.set(name, record);
      } catch (error) {
        if (!(error instanceof DamagedRecordError)) throw error;
        damaged.push(name);
      }
    }
    return { records, damaged };
  }

  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) await rm(this.#path(name), { force: true });
    await syncDirectory(this.#directory);
  }

  async #names(): Promise<string[]> {
    const files = await readdir(this.#directory);
    return files.filter((file) => file.endsWith(this.#suffix)).map((file) => file.slice(0, -this.#suffix.length));
  }

  #path(name: string): string {
    return join(this.#directory, name + this.#suffix);
  }
}

function checksum(json: Buffer): Buffer {
  return Buffer.from(`${hash('sha256', json)}\n`);
}
