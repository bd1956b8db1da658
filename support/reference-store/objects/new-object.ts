import { randomUUID } from 'node:crypto';
import { noSuchBucket } from '../buckets/refusals.ts';
import { Refusal } from '../errors/refusal.ts';
import type { StoredBucket } from '../storage/stored-bucket.ts';
import type { ObjectRecord } from '../storage/stored-records.ts';
import type { UnlockedEncryption } from '../object-encryption/data-keys.ts';
import { ExtentWriter } from '../object-encryption/extent-writer.ts';
import { sealRecord } from '../object-encryption/record-seal.ts';
import { fileAlreadyExists } from './refusals.ts';
import type { ObjectAddress, ObjectContext } from './object-context.ts';

/**
 * Runs `use` with a new body of the bucket. Removes the body unless `use` succeeds, with a record that names the body.
 */
export async function withNewBody<T>(
  context: ObjectContext,
  bucket: StoredBucket,
  encryption: UnlockedEncryption | null,
  use: (writer: ExtentWriter) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const sealing = encryption !== null && context.objects.encrypts(encryption.description) ? encryption : null;
  const writer = new ExtentWriter(bucket.bodies, sealing);
  try {
    const outcome = await use(writer);
    if (outcome instanceof Refusal) await writer.abort();
    return outcome;
  } catch (error) {
    await writer.abort();
    throw error;
  }
}

/** An object that is not visible yet. */
export interface Publication {
  readonly address: ObjectAddress;
  readonly encryption: UnlockedEncryption | null;
  readonly forbidOverwrite: boolean;
  /** Refused where the bucket was removed while the body arrived. */
  readonly record: ObjectRecord;
}

/** Makes the object visible, replacing an existing one. */
export async function publish(context: ObjectContext, publication: Publication): Promise<ObjectRecord | Refusal> {
  const { address, encryption, forbidOverwrite, record } = publication;
  const bucket = await context.storage.bucket(address.bucket);
  return bucket.objects.replace(address.key, async (present) => {
    if (context.buckets.get(address.bucket) === undefined) return noSuchBucket(address.bucket);
    if (forbidOverwrite && present !== undefined) return fileAlreadyExists();
    return sealed(record, encryption);
  });
}

export function sealed(record: ObjectRecord, encryption: UnlockedEncryption | null): ObjectRecord {
  return encryption === null ? record : sealRecord(record, encryption.dataKey);
}

/** OBJ-25: the ETag of an object that PutObject did not create says nothing about its bytes. */
export function uuidEtag(): string {
  return randomUUID().replaceAll('-', '').toUpperCase();
}
