import { Refusal } from '../errors/refusal.ts';
import type { RuleProposal } from '../bucket-encryption/encryption-rule.ts';
import type { ObjectRecord, StoredHeaders } from '../storage/stored-records.ts';
import type { Conditions } from './conditions.ts';
import { evaluateConditions } from './conditions.ts';
import { publish, sealed, withNewBody } from './new-object.ts';
import { openObject, unlock } from './object-reading.ts';
import type { ObjectReading } from './object-reading.ts';
import { noSuchKey } from './refusals.ts';
import { beginEncryption, now } from './object-context.ts';
import type { ObjectTraits } from './object-traits.ts';
import type { ObjectAddress, ObjectContext } from './object-context.ts';

export interface ObjectCopy {
  readonly source: ObjectAddress;
  readonly conditions: Conditions;
  readonly target: ObjectAddress;
  /** The copy's own headers; `null` keeps the source's. */
  readonly headers: StoredHeaders | null;
  readonly traits: ObjectTraits;
  readonly encryption: RuleProposal;
  readonly forbidOverwrite: boolean;
}

/**
 * Copies an object within the store. How the source is encrypted does not
 * matter to the copy (OBJ-18, OBJ-19); copying an object onto itself is how its
 * encryption is changed (OBJ-11).
 */
export async function copyObject(
  context: ObjectContext,
  copy: ObjectCopy,
): Promise<ObjectRecord | Refusal | 'not modified'> {
  const reading = await openSource(context, copy.source, copy.conditions);
  if (reading instanceof Refusal || reading === 'not modified') return reading;
  try {
    // OBJ-20: an appendable object keeps its encryption; copied onto itself it only gets other headers.
    const isOntoItself = copy.source.bucket === copy.target.bucket && copy.source.key === copy.target.key;
    if (isOntoItself && reading.record.type === 'Appendable') return await replaceHeaders(context, copy);
    return await copyBytes(context, copy, reading);
  } finally {
    await reading.close();
  }
}

/** Opens the source of a copy if its conditions hold. */
export async function openSource(
  context: ObjectContext,
  source: ObjectAddress,
  conditions: Conditions,
): Promise<ObjectReading | Refusal | 'not modified'> {
  const reading = await openObject(context, source);
  if (reading instanceof Refusal) return reading;
  const verdict = evaluateConditions(conditions, reading.record, 'x-oss-copy-source-');
  if (verdict === 'met') return reading;
  await reading.close();
  return verdict;
}

async function copyBytes(
  context: ObjectContext,
  copy: ObjectCopy,
  reading: ObjectReading,
): Promise<ObjectRecord | Refusal> {
  const { target, traits, forbidOverwrite } = copy;
  const source = reading.record;
  const encryption = await beginEncryption(context, target, 'CopyObject', copy.encryption);
  if (encryption instanceof Refusal) return encryption;
  const bucket = await context.storage.bucket(target.bucket);
  return withNewBody(context, bucket, encryption, async (writer) => {
    for await (const chunk of reading.read({ offset: 0, length: source.size })) await writer.write(chunk, true);
    const extent = await writer.finish();
    const record: ObjectRecord = {
      ...traits,
      key: target.key,
      type: 'Normal',
      size: extent.size,
      // JAVA testCopyExistingObject (live): the ETag is that of the source.
      etag: source.etag,
      ...(source.crc64 === undefined ? {} : { crc64: source.crc64 }),
      contentMd5: source.contentMd5,
      lastModified: now(context),
      headers: copy.headers ?? source.headers,
      extents: [extent],
      encryption: encryption?.description ?? null,
      seal: null,
      uploadId: null,
    };
    return publish(context, { address: target, encryption, forbidOverwrite, record });
  });
}

async function replaceHeaders(
  context: ObjectContext,
  { target, headers, traits }: ObjectCopy,
): Promise<ObjectRecord | Refusal> {
  const bucket = await context.storage.bucket(target.bucket);
  return bucket.objects.replace(target.key, async (present) => {
    if (present === undefined) return noSuchKey(target.key);
    const encryption = await unlock(context, target, present);
    if (encryption instanceof Refusal) return encryption;
    const record = { ...present, ...traits, headers: headers ?? present.headers, lastModified: now(context) };
    return sealed(record, encryption);
  });
}
