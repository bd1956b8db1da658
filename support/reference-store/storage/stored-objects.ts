import { hash } from 'node:crypto';
import { Refusal } from '../errors/refusal.ts';
import type { BodyFiles } from './body-files.ts';
import { KeyIndex } from './key-index.ts';
import { KeyedLock } from './keyed-lock.ts';
import { DamagedRecordError } from './record-files.ts';
import type { Records } from './records.ts';
import type { ObjectRecord } from './stored-records.ts';

/** An object as a listing shows it. */
export type ObjectSummary = Pick<ObjectRecord, 'key' | 'size' | 'etag' | 'lastModified' | 'type' | 'storageClass'>;

/**
 * The object records of one bucket. The records are the truth: a record becomes
 * visible, and its predecessor's bodies unwanted, when it is written. The index
 * holds only what listings need.
 *
 * A key may be any text and a record a file, so a record is named after the
 * key's SHA-256 and holds the key.
 */
export class StoredObjects {
  readonly #records: Records<ObjectRecord>;
  readonly #bodies: BodyFiles;
  readonly #index = new KeyIndex<ObjectSummary>();
  readonly #lock = new KeyedLock();

  constructor(records: Records<ObjectRecord>, bodies: BodyFiles) {
    this.#records = records;
    this.#bodies = bodies;
  }

  /** Reads every record. A damaged one is not listed; a request for its object reports the damage. */
  async load(): Promise<LoadedObjects> {
    const { records, damaged } = await this.#records.readAll();
    const objects = [...records.values()];
    for (const object of objects) this.#index.set(object.key, summary(object));
    return { objects, damaged: damaged.length > 0 };
  }

  get isEmpty(): boolean {
    return this.#index.size === 0;
  }

  /** Ascending by the UTF-8 bytes of the key. */
  summaries(): Iterable<ObjectSummary> {
    return this.#index.values();
  }

  /** @throws DamagedRecordError */
  async read(key: string): Promise<ObjectRecord | undefined> {
    const record = await this.#records.read(fileName(key));
    // A record under another object's name is as wrong as one with flipped bits.
    if (record !== undefined && record.key !== key) throw new DamagedRecordError(fileName(key));
    return record;
  }

  /**
   * The record, with its bodies kept readable until `release`, whatever happens to the object meanwhile. @throws
   * DamagedRecordError
   */
  async borrow(key: string): Promise<BorrowedObject | undefined> {
    return this.#lock.exclusively(key, async () => {
      const record = await this.read(key);
      if (record === undefined) return undefined;
      const files = bodyFiles(record);
      this.#bodies.retain(files);
      return { record, release: () => this.#bodies.release(files) };
    });
  }

  /**
   * Replaces the current record. `decide` gets the current one, and no other write of the key runs meanwhile; a refusal
   * or an exception changes nothing.
   */
  async replace(
    key: string,
    decide: (present: ObjectRecord | undefined) => Promise<ObjectRecord | Refusal>,
  ): Promise<ObjectRecord | Refusal> {
    return this.#lock.exclusively(key, async () => {
      const present = await this.read(key);
      const next = await decide(present);
      if (next instanceof Refusal) return next;
      await this.#records.write(fileName(key), next);
      this.#index.set(key, summary(next));
      if (present !== undefined) await this.#removeBodies(present, next);
      return next;
    });
  }

  /** Also removes an object with a damaged record, but not its bodies, whose names are lost. */
  async delete(key: string): Promise<boolean> {
    return this.#lock.exclusively(key, async () => {
      const present = await this.#readUnlessDamaged(key);
      await this.#records.remove([fileName(key)]);
      this.#index.delete(key);
      if (present !== undefined) await this.#bodies.remove(bodyFiles(present));
      return present !== undefined;
    });
  }

  async #removeBodies(before: ObjectRecord, after: ObjectRecord): Promise<void> {
    const kept = new Set(bodyFiles(after));
    await this.#bodies.remove(bodyFiles(before).filter((file) => !kept.has(file)));
  }

  async #readUnlessDamaged(key: string): Promise<ObjectRecord | undefined> {
    try {
      return await this.read(key);
    } catch (error) {
      if (error instanceof DamagedRecordError) return undefined;
      throw error;
    }
  }
}

export interface LoadedObjects {
  readonly objects: readonly ObjectRecord[];
  /** Whether records are missing from `objects` because their files are damaged. */
  readonly damaged: boolean;
}

/** A record whose bodies are held for a reader. */
export interface BorrowedObject {
  readonly record: ObjectRecord;
  release(): Promise<void>;
}

function fileName(key: string): string {
  return hash('sha256', key);
}

function bodyFiles(record: ObjectRecord): string[] {
  return record.extents.map((extent) => extent.file);
}

function summary({ key, size, etag, lastModified, type, storageClass }: ObjectRecord): ObjectSummary {
  return { key, size, etag, lastModified, type, ...(storageClass === undefined ? {} : { storageClass }) };
}
