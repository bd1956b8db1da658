import { Refusal } from '../errors/refusal.ts';
import type { StoredBucket } from '../storage/stored-bucket.ts';
import type { BorrowedObject } from '../storage/stored-objects.ts';
import type { ObjectRecord } from '../storage/stored-records.ts';
import type { UnlockedEncryption } from '../object-encryption/data-keys.ts';
import { readExtent } from '../object-encryption/extent-reader.ts';
import { sealRecord, verifySeal } from '../object-encryption/record-seal.ts';
import type { Span } from '../object-encryption/segment-layout.ts';
import { noSuchKey } from './refusals.ts';
import type { ObjectAcl } from './object-traits.ts';
import type { ObjectAddress, ObjectContext } from './object-context.ts';

/** An open object: its bytes stay as they are until `close`, even if the object changes meanwhile. */
export class ObjectReading {
  readonly record: ObjectRecord;
  readonly #bucket: StoredBucket;
  readonly #borrowed: BorrowedObject;
  readonly #encryption: UnlockedEncryption | null;
  #isOpen = true;

  constructor(bucket: StoredBucket, borrowed: BorrowedObject, encryption: UnlockedEncryption | null) {
    this.record = borrowed.record;
    this.#bucket = bucket;
    this.#borrowed = borrowed;
    this.#encryption = encryption;
  }

  /**
   * The `wanted` plaintext bytes, which must lie within the object.
   * @throws DamagedBodyError where the stored bytes are not those that were written
   */
  async *read(wanted: Span): AsyncGenerator<Uint8Array, void, undefined> {
    const end = wanted.offset + wanted.length;
    let start = 0;
    for (const extent of this.record.extents) {
      const from = Math.max(wanted.offset - start, 0);
      const to = Math.min(end - start, extent.size);
      if (from < to) {
        const within = { offset: from, length: to - from };
        yield* readExtent(this.#bucket.bodies, extent, this.#encryption, within);
      }
      start += extent.size;
    }
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#borrowed.release();
  }
}

/**
 * Opens an object for reading; refuses if its KMS key must not be used.
 * @throws DamagedBodyError, DamagedKeyError, DamagedRecordError
 */
export async function openObject(context: ObjectContext, address: ObjectAddress): Promise<ObjectReading | Refusal> {
  const bucket = await context.storage.bucket(address.bucket);
  const borrowed = await bucket.objects.borrow(address.key);
  if (borrowed === undefined) return noSuchKey(address.key);
  try {
    const encryption = await unlock(context, address, borrowed.record);
    if (!(encryption instanceof Refusal)) return new ObjectReading(bucket, borrowed, encryption);
    await borrowed.release();
    return encryption;
  } catch (error) {
    await borrowed.release();
    throw error;
  }
}

/**
 * The object's encryption with its data key, which also proves the record genuine.
 * @throws DamagedBodyError, DamagedKeyError
 */
export async function unlock(
  context: ObjectContext,
  { bucket, key }: ObjectAddress,
  record: ObjectRecord,
): Promise<UnlockedEncryption | Refusal | null> {
  if (record.encryption === null) return null;
  const encryption = await context.dataKeys.unlock(record.encryption, bucket, key);
  if (!(encryption instanceof Refusal)) verifySeal(record, encryption.dataKey);
  return encryption;
}

/** What HeadObject needs. */
export async function readRecord(context: ObjectContext, address: ObjectAddress): Promise<ObjectRecord | Refusal> {
  const bucket = await context.storage.bucket(address.bucket);
  return (await bucket.objects.read(address.key)) ?? noSuchKey(address.key);
}

/** Changes only the ACL of an object. */
export async function changeAcl(
  context: ObjectContext,
  address: ObjectAddress,
  acl: ObjectAcl,
): Promise<ObjectRecord | Refusal> {
  const bucket = await context.storage.bucket(address.bucket);
  return bucket.objects.replace(address.key, async (present) => {
    if (present === undefined) return noSuchKey(address.key);
    const encryption = await unlock(context, address, present);
    if (encryption instanceof Refusal) return encryption;
    const record = { ...present, acl };
    return encryption === null ? record : sealRecord(record, encryption.dataKey);
  });
}

/** Deleting a missing object is not an error; returns whether the object existed. */
export async function deleteObject(context: ObjectContext, address: ObjectAddress): Promise<boolean> {
  const bucket = await context.storage.bucket(address.bucket);
  return bucket.objects.delete(address.key);
}
