import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { clearUnfinishedFiles, syncDirectory, writeAtomically } from '../storage/atomic-file.ts';
import type { BucketChange, BucketRecord, BucketRepository, BucketView } from './bucket-record.ts';
import { readBucketRecord, writeBucketRecord } from './bucket-record-file.ts';
import type { BucketSetting } from './bucket-setting.ts';
import { BucketsInMemory } from './buckets-in-memory.ts';

/** Buckets in one file each, and in memory for reading. A change that was acknowledged survives a SIGKILL and a power cut. */
export class BucketsOnDisk implements BucketRepository {
  readonly #directory: string;
  readonly #memory: BucketsInMemory;
  /** Resolves when the previous change is stored, because decisions must see each other's outcome. */
  #latest: Promise<unknown> = Promise.resolve();

  private constructor(directory: string, records: readonly BucketRecord[]) {
    this.#directory = directory;
    this.#memory = new BucketsInMemory(records);
  }

  /** @throws if a record cannot be read: a store that forgets a bucket's rule would store objects unencrypted */
  static async open(dataDirectory: string, settings: readonly BucketSetting<unknown>[]): Promise<BucketsOnDisk> {
    const directory = join(dataDirectory, 'buckets');
    await mkdir(directory, { recursive: true });
    await clearUnfinishedFiles(directory);
    const files = (await readdir(directory)).filter((file) => /^[^.].*\.json$/.test(file));
    const records = await Promise.all(
      files.map(async (file) => {
        const path = join(directory, file);
        return readBucketRecord(await readFile(path, 'utf8'), path, settings);
      }),
    );
    return new BucketsOnDisk(directory, records);
  }

  get(name: string): BucketRecord | undefined {
    return this.#memory.get(name);
  }

  list(): readonly BucketRecord[] {
    return this.#memory.list();
  }

  change<Outcome>(
    decide: (buckets: BucketView) => { readonly changes: readonly BucketChange[]; readonly outcome: Outcome },
  ): Promise<Outcome> {
    const before = this.#latest.catch(() => {});
    const kept = before.then(async () => {
      const { changes, outcome } = decide(this);
      for (const change of changes) {
        await this.#keep(change);
        this.#memory.apply(change);
      }
      return outcome;
    });
    this.#latest = kept;
    return kept;
  }

  async #keep(change: BucketChange): Promise<void> {
    if (change.kind === 'save') {
      await writeAtomically(this.#path(change.record.name), Buffer.from(writeBucketRecord(change.record)));
      return;
    }
    await rm(this.#path(change.name), { force: true });
    await syncDirectory(this.#directory);
  }

  /** A valid bucket name is a safe file name: lower-case letters, digits and hyphens. */
  #path(bucket: string): string {
    return join(this.#directory, `${encodeURIComponent(bucket)}.json`);
  }
}
