import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { clearUnfinishedFiles } from './atomic-file.ts';
import { BodyFiles, isBodyFile } from './body-files.ts';
import type { Durability } from './data-directory.ts';
import { RecordFiles } from './record-files.ts';
import { RecordsInMemory } from './records.ts';
import type { Records } from './records.ts';
import { StoredObjects } from './stored-objects.ts';
import { StoredUploads } from './stored-uploads.ts';

/** The contents of one bucket, in one directory: object records, uploads in progress, and the bodies of both. */
export class StoredBucket {
  readonly objects: StoredObjects;
  readonly uploads: StoredUploads;
  readonly bodies: BodyFiles;
  readonly #directory: string;

  private constructor(directory: string, durability: Durability) {
    this.#directory = directory;
    this.bodies = new BodyFiles(directory, durability);
    const recordsOf = <T>(suffix: string): Records<T> =>
      durability === 'none' ? new RecordsInMemory() : new RecordFiles(directory, suffix);
    this.objects = new StoredObjects(recordsOf('.object'), this.bodies);
    this.uploads = new StoredUploads(recordsOf('.upload'), recordsOf('.part'), this.bodies);
  }

  /** Creates the directory if needed, and removes the unfinished files of a killed store. */
  static async open(directory: string, durability: Durability): Promise<StoredBucket> {
    const isNew = (await mkdir(directory, { recursive: true })) !== undefined;
    const bucket = new StoredBucket(directory, durability);
    if (isNew) return bucket;
    await clearUnfinishedFiles(directory);
    const { objects, damaged } = await bucket.objects.load();
    const completed = new Set(objects.flatMap((object) => object.uploadId ?? []));
    const loaded = await bucket.uploads.load(completed);
    const extents = [...objects.flatMap((object) => object.extents), ...loaded.parts.map((part) => part.extent)];
    // A damaged record does not say which bodies it refers to, so all are kept.
    if (!damaged && !loaded.damaged) await bucket.#removeBodiesBut(new Set(extents.map((extent) => extent.file)));
    return bucket;
  }

  get isEmpty(): boolean {
    return this.objects.isEmpty && this.uploads.isEmpty;
  }

  async #removeBodiesBut(referenced: ReadonlySet<string>): Promise<void> {
    const names = await readdir(this.#directory);
    for (const name of names.filter((candidate) => isBodyFile(candidate) && !referenced.has(candidate))) {
      await rm(join(this.#directory, name));
    }
  }
}
