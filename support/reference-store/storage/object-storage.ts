import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BucketContents } from './bucket-contents.ts';
import type { DataDirectory } from './data-directory.ts';

/** The contents of every bucket. Which buckets exist is not known here: contents come into being when first asked for. */
export class ObjectStorage {
  readonly #directory: string;
  readonly #dataDirectory: DataDirectory;
  readonly #buckets = new Map<string, Promise<BucketContents>>();

  private constructor(dataDirectory: DataDirectory) {
    this.#dataDirectory = dataDirectory;
    this.#directory = join(dataDirectory.path, 'objects');
  }

  /** Loads what is stored, and clears what a killed store left unfinished. */
  static async open(dataDirectory: DataDirectory): Promise<ObjectStorage> {
    const storage = new ObjectStorage(dataDirectory);
    await mkdir(storage.#directory, { recursive: true });
    for (const bucket of await readdir(storage.#directory)) await storage.bucket(bucket);
    return storage;
  }

  async bucket(name: string): Promise<BucketContents> {
    let contents = this.#buckets.get(name);
    if (contents === undefined) {
      contents = BucketContents.open(this.#path(name), this.#dataDirectory.durability);
      this.#buckets.set(name, contents);
    }
    return contents;
  }

  /** Whether the bucket holds neither objects nor uploads. */
  async isEmpty(name: string): Promise<boolean> {
    return (await this.bucket(name)).isEmpty;
  }

  /** Forgets a bucket and whatever it holds. Writes to it that are under way fail. */
  async removeBucket(name: string): Promise<void> {
    const contents = await this.bucket(name);
    this.#buckets.delete(name);
    await contents.remove();
  }

  #path(bucket: string): string {
    // The names OSS allows are safe file names; any other would be a fault of the caller.
    if (!/^[a-z0-9][a-z0-9-]*$/.test(bucket)) throw new Error(`"${bucket}" is not a bucket name`);
    return join(this.#directory, bucket);
  }
}
