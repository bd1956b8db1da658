import { createHash } from 'node:crypto';
import { noSuchBucket } from '../buckets/refusals.ts';
import type { RuleProposal } from '../bucket-encryption/encryption-rule.ts';
import { Refusal } from '../errors/refusal.ts';
import type { ObjectRecord, PartRecord, StoredHeaders, UploadRecord } from '../storage/stored-records.ts';
import type { UnlockedEncryption } from '../object-encryption/data-keys.ts';
import type { ExtentWriter } from '../object-encryption/extent-writer.ts';
import { receiveBody } from './incoming-body.ts';
import type { IncomingBody, ReceivedBody } from './incoming-body.ts';
import type { ChosenPart } from './chosen-parts.ts';
import { combineCrc64 } from './crc64.ts';
import { publish, withNewBody } from './new-object.ts';
import { checkSequence, contentMd5Of } from './sequential-upload.ts';
import { fileAlreadyExists, noSuchUpload } from './refusals.ts';
import { beginEncryption, now } from './object-context.ts';
import type { ObjectTraits } from './object-traits.ts';
import type { ObjectAddress, ObjectContext } from './object-context.ts';
import { newUploadId } from './upload-id.ts';

/** An upload's address: its id is valid only with its key. */
export interface UploadAddress extends ObjectAddress {
  readonly uploadId: string;
}

/** What an InitiateMultipartUpload chooses, besides the encryption. */
interface UploadPlan {
  readonly headers: StoredHeaders;
  readonly traits: ObjectTraits;
  readonly forbidOverwrite?: boolean;
  readonly isSequential?: boolean;
}

/** OBJ-21: decides the encryption of all parts. */
export async function initiateUpload(
  context: ObjectContext,
  address: ObjectAddress,
  { headers, traits, forbidOverwrite = false, isSequential = false }: UploadPlan,
  requested: RuleProposal,
): Promise<UploadRecord | Refusal> {
  const encryption = await beginEncryption(context, address, 'InitiateMultipartUpload', requested);
  if (encryption instanceof Refusal) return encryption;
  const upload: UploadRecord = {
    ...traits,
    ...(isSequential ? { isSequential } : {}),
    uploadId: newUploadId(context.clock()),
    key: address.key,
    initiated: now(context),
    headers,
    encryption: encryption?.description ?? null,
  };
  const bucket = await context.storage.bucket(address.bucket);
  if (forbidOverwrite && (await bucket.objects.read(address.key)) !== undefined) return fileAlreadyExists();
  await bucket.uploads.create(upload);
  return upload;
}

export async function findUpload(context: ObjectContext, address: UploadAddress): Promise<UploadRecord | Refusal> {
  const bucket = await context.storage.bucket(address.bucket);
  const upload = bucket.uploads.get(address.uploadId);
  return upload !== undefined && upload.key === address.key ? upload : noSuchUpload(address.uploadId);
}

/** A part as it was stored, with the upload it belongs to. */
export interface StoredPart {
  readonly upload: UploadRecord;
  readonly part: PartRecord;
}

export async function uploadPart(
  context: ObjectContext,
  address: UploadAddress,
  partNumber: number,
  body: IncomingBody,
): Promise<StoredPart | Refusal> {
  return storePart(context, address, partNumber, (writer) => receiveBody(writer, body));
}

/** Stores the bytes of `chunks` as a part: UploadPartCopy. */
export async function uploadPartFrom(
  context: ObjectContext,
  address: UploadAddress,
  partNumber: number,
  chunks: AsyncIterable<Uint8Array>,
): Promise<StoredPart | Refusal> {
  const body = { chunks, isDisposable: true, announcedLength: null, contentMd5: undefined };
  return storePart(context, address, partNumber, (writer) => receiveBody(writer, body));
}

async function storePart(
  context: ObjectContext,
  address: UploadAddress,
  partNumber: number,
  write: (writer: ExtentWriter) => Promise<ReceivedBody | Refusal>,
): Promise<StoredPart | Refusal> {
  const upload = await findUpload(context, address);
  if (upload instanceof Refusal) return upload;
  const encryption = await unlockUpload(context, address, upload);
  if (encryption instanceof Refusal) return encryption;
  const bucket = await context.storage.bucket(address.bucket);
  const outOfOrder = checkSequence(bucket, upload, partNumber);
  if (outOfOrder !== null) return outOfOrder;
  return withNewBody(context, bucket, encryption, async (writer) => {
    const written = await write(writer);
    if (written instanceof Refusal) return written;
    const part: PartRecord = {
      partNumber,
      etag: written.md5.toString('hex').toUpperCase(),
      crc64: written.crc64,
      lastModified: now(context),
      extent: written.extent,
    };
    const isAdded = await bucket.uploads.addPart(address.uploadId, part);
    return isAdded ? { upload, part } : noSuchUpload(address.uploadId);
  });
}

export async function completeUpload(
  context: ObjectContext,
  address: UploadAddress,
  chosen: readonly ChosenPart[] | 'all',
  forbidOverwrite: boolean,
): Promise<ObjectRecord | Refusal> {
  const found = await findUpload(context, address);
  if (found instanceof Refusal) return found;
  const bucket = await context.storage.bucket(address.bucket);
  const object = await bucket.uploads.complete(address.uploadId, async (upload, parts) => {
    const ascending = [...parts.values()].toSorted((one, other) => one.partNumber - other.partNumber);
    const taken = context.objects.chosenParts(chosen === 'all' ? ascending : chosen, parts);
    if (taken instanceof Refusal) return taken;
    const encryption = await unlockUpload(context, address, upload);
    if (encryption instanceof Refusal) return encryption;
    if (context.buckets.get(address.bucket) === undefined) return noSuchBucket(address.bucket);
    const contentMd5 = upload.isSequential ? await contentMd5Of(bucket, taken, encryption) : null;
    const record = { ...multipartRecord(context, upload, taken), contentMd5 };
    return publish(context, { address, encryption, forbidOverwrite, record });
  });
  return object ?? noSuchUpload(address.uploadId);
}

function multipartRecord(context: ObjectContext, upload: UploadRecord, parts: readonly PartRecord[]): ObjectRecord {
  const { acl, storageClass } = upload;
  const extents = parts.map(({ extent }) => extent);
  const crc64 = crcOfParts(parts);
  return {
    ...(acl === undefined ? {} : { acl }),
    ...(storageClass === undefined ? {} : { storageClass }),
    ...(crc64 === undefined ? {} : { crc64 }),
    key: upload.key,
    type: 'Multipart',
    size: extents.reduce((sum, extent) => sum + extent.size, 0),
    etag: multipartEtag(parts),
    contentMd5: null,
    lastModified: now(context),
    headers: upload.headers,
    extents,
    encryption: upload.encryption,
    seal: null,
    uploadId: upload.uploadId,
  };
}

/** MD5 of the parts' ETags as text, and their number: the formula of 28 live assertions of the Java SDK. */
function multipartEtag(parts: readonly PartRecord[]): string {
  const hash = createHash('md5').update(parts.map(({ etag }) => etag).join(''));
  return `${hash.digest('hex').toUpperCase()}-${parts.length}`;
}

/** `undefined` where a part was stored before the store kept its CRC. */
function crcOfParts(parts: readonly PartRecord[]): string | undefined {
  let whole = '0';
  for (const { crc64, extent } of parts) {
    if (crc64 === undefined) return undefined;
    whole = combineCrc64(whole, crc64, extent.size);
  }
  return whole;
}

export async function abortUpload(context: ObjectContext, address: UploadAddress): Promise<Refusal | null> {
  const ec = '0042-00000002';
  const found = await findUpload(context, address);
  if (found instanceof Refusal) return found.with({ ec });
  const bucket = await context.storage.bucket(address.bucket);
  return (await bucket.uploads.abort(address.uploadId)) ? null : noSuchUpload(address.uploadId, ec);
}

async function unlockUpload(
  context: ObjectContext,
  { bucket, key }: ObjectAddress,
  { encryption }: UploadRecord,
): Promise<UnlockedEncryption | Refusal | null> {
  return encryption && context.dataKeys.unlock(encryption, bucket, key);
}
