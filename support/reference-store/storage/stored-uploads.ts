import { Refusal } from '../errors/refusal.ts';
import type { BodyFiles } from './body-files.ts';
import { KeyedLock } from './keyed-lock.ts';
import type { Records } from './records.ts';
import type { ObjectRecord, PartRecord, UploadRecord } from './stored-records.ts';
import { compareUtf8 } from './key-index.ts';

interface Upload {
  readonly record: UploadRecord;
  readonly parts: Map<number, PartRecord>;
}

/** The multipart uploads in progress in one bucket: a record for each, and one for every part. */
export class StoredUploads {
  readonly #uploadRecords: Records<UploadRecord>;
  readonly #partRecords: Records<PartRecord>;
  readonly #bodies: BodyFiles;
  readonly #uploads = new Map<string, Upload>();
  readonly #lock = new KeyedLock();

  constructor(uploads: Records<UploadRecord>, parts: Records<PartRecord>, bodies: BodyFiles) {
    this.#uploadRecords = uploads;
    this.#partRecords = parts;
    this.#bodies = bodies;
  }

  /**
   * Reads every upload except the `completed` ones, whose objects were written just before the store was killed.
   * Removes the rest of those, and parts without an upload, unless damage makes it unclear what belongs together.
   */
  async load(completed: ReadonlySet<string>): Promise<LoadedUploads> {
    const uploads = await this.#uploadRecords.readAll();
    const parts = await this.#partRecords.readAll();
    const damaged = uploads.damaged.length + parts.damaged.length > 0;
    for (const [uploadId, record] of uploads.records) {
      if (completed.has(uploadId)) await this.#uploadRecords.remove([uploadId]);
      else this.#uploads.set(uploadId, { record, parts: new Map() });
    }
    for (const [name, part] of parts.records) {
      const upload = this.#uploads.get(uploadOf(name));
      if (upload !== undefined) upload.parts.set(part.partNumber, part);
      else if (!damaged) await this.#partRecords.remove([name]);
    }
    return { parts: [...this.#uploads.values()].flatMap((upload) => [...upload.parts.values()]), damaged };
  }

  get isEmpty(): boolean {
    return this.#uploads.size === 0;
  }

  get(uploadId: string): UploadRecord | undefined {
    return this.#uploads.get(uploadId)?.record;
  }

  /** Ordered by key, and for one key by upload id. */
  list(): UploadRecord[] {
    const records = [...this.#uploads.values()].map((upload) => upload.record);
    return records.toSorted(
      (one, other) => compareUtf8(one.key, other.key) || compareUtf8(one.uploadId, other.uploadId),
    );
  }

  /** Ordered by part number; `undefined` if there is no such upload. */
  parts(uploadId: string): PartRecord[] | undefined {
    const upload = this.#uploads.get(uploadId);
    return upload && [...upload.parts.values()].toSorted((one, other) => one.partNumber - other.partNumber);
  }

  async create(record: UploadRecord): Promise<void> {
    await this.#uploadRecords.write(record.uploadId, record);
    this.#uploads.set(record.uploadId, { record, parts: new Map() });
  }

  /** Adds a part or replaces the one with its number; false if the upload has ended meanwhile. */
  async addPart(uploadId: string, part: PartRecord): Promise<boolean> {
    return this.#lock.exclusively(uploadId, async () => {
      const upload = this.#uploads.get(uploadId);
      if (upload === undefined) return false;
      await this.#partRecords.write(partName(uploadId, part.partNumber), part);
      const replaced = upload.parts.get(part.partNumber);
      upload.parts.set(part.partNumber, part);
      if (replaced !== undefined) await this.#bodies.remove([replaced.extent.file]);
      return true;
    });
  }

  /**
   * Ends an upload with the object that `publish` stores, which takes over the
   * bodies it names; the other parts' go. A refusal or a throw leaves the upload
   * as it was. `undefined` where there is no such upload.
   */
  async complete(
    uploadId: string,
    publish: (upload: UploadRecord, parts: ReadonlyMap<number, PartRecord>) => Promise<ObjectRecord | Refusal>,
  ): Promise<ObjectRecord | Refusal | undefined> {
    return this.#lock.exclusively(uploadId, async () => {
      const upload = this.#uploads.get(uploadId);
      if (upload === undefined) return undefined;
      const object = await publish(upload.record, upload.parts);
      if (!(object instanceof Refusal)) await this.#end(upload, new Set(object.extents.map((extent) => extent.file)));
      return object;
    });
  }

  /** False if there is no such upload. */
  async abort(uploadId: string): Promise<boolean> {
    return this.#lock.exclusively(uploadId, async () => {
      const upload = this.#uploads.get(uploadId);
      if (upload !== undefined) await this.#end(upload, new Set());
      return upload !== undefined;
    });
  }

  /** The upload's own record is removed first: parts without an upload do not count. */
  async #end({ record, parts }: Upload, kept: ReadonlySet<string>): Promise<void> {
    await this.#uploadRecords.remove([record.uploadId]);
    this.#uploads.delete(record.uploadId);
    await this.#partRecords.remove([...parts.keys()].map((partNumber) => partName(record.uploadId, partNumber)));
    const files = [...parts.values()].map((part) => part.extent.file);
    await this.#bodies.remove(files.filter((file) => !kept.has(file)));
  }
}

export interface LoadedUploads {
  readonly parts: readonly PartRecord[];
  /** Whether records are missing because their files are damaged. */
  readonly damaged: boolean;
}

function partName(uploadId: string, partNumber: number): string {
  return `${uploadId}.${partNumber}`;
}

function uploadOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}
