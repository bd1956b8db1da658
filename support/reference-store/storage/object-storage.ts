import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataDirectory } from './data-directory.ts';
import type { ObjectSummary } from './stored-objects.ts';
import { StoredBucket } from './stored-bucket.ts';

/** Names that OSS allows are safe file names; any other is a mistake of the caller, or not a file of ours. */
const bucketName = /^[a-z0-9][a-z0-9-]*$/;

/** The contents of all buckets. Which buckets exist is not known here: a bucket's storage is created on first use. */
export class ObjectStorage {
  readonly #directory: string;
  readonly #dataDirectory: DataDirectory;
  readonly #opening = new Map<string, Promise<StoredBucket>>();
  readonly #open = new Map<string, StoredBucket>();

  private constructor(dataDirectory: DataDirectory) {
    this.#dataDirectory = dataDirectory;
    this.#directory = join(dataDirectory.path, 'objects');
  }

  /** Loads the stored data, and removes the unfinished files of a killed store. */
  static async open(dataDirectory: DataDirectory): Promise<ObjectStorage> {
    const storage = new ObjectStorage(dataDirectory);
    await mkdir(storage.#directory, { recursive: true });
    const names = await readdir(storage.#directory);
    for (const name of names.filter((candidate) => bucketName.test(candidate))) await storage.bucket(name);
    return storage;
  }

  async bucket(name: string): Promise<StoredBucket> {
    let opening = this.#opening.get(name);
    if (opening === undefined) {
      opening = this.#openBucket(name);
      this.#opening.set(name, opening);
    }
    return opening;
  }

  /** Whether the bucket holds neither objects nor uploads. */
  isEmpty(name: string): boolean {
    return this.#open.get(name)?.isEmpty ?? true;
  }

  /** Ascending by the UTF-8 bytes of the key. */
  objects(name: string): Iterable<ObjectSummary> {
    return this.#open.get(name)?.objects.summaries() ?? [];
  }

  async #openBucket(name: string): Promise<StoredBucket> {
    if (!bucketName.test(name)) throw new Error(`"${name}" is not a bucket name`);
    const bucket = await StoredBucket.open(join(this.#directory, name), this.#dataDirectory.durability);
    this.#open.set(name, bucket);
    return bucket;
  }
}
