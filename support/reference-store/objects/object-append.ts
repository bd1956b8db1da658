import { noSuchBucket } from '../buckets/refusals.ts';
import type { RuleProposal } from '../bucket-encryption/encryption-rule.ts';
import { Refusal, invalidArgument } from '../errors/refusal.ts';
import type { ObjectRecord, StoredHeaders } from '../storage/stored-records.ts';
import type { UnlockedEncryption } from '../object-encryption/data-keys.ts';
import { receiveBody } from './incoming-body.ts';
import type { IncomingBody, ReceivedBody } from './incoming-body.ts';
import { combineCrc64 } from './crc64.ts';
import { sealed, uuidEtag, withNewBody } from './new-object.ts';
import { unlock } from './object-reading.ts';
import { objectNotAppendable, positionNotEqualToLength } from './refusals.ts';
import { beginEncryption, now } from './object-context.ts';
import type { ObjectTraits } from './object-traits.ts';
import type { ObjectAddress, ObjectContext } from './object-context.ts';

export interface Append {
  readonly address: ObjectAddress;
  /** The end of the object, according to the caller. */
  readonly position: number;
  /** Taken from the first append only. */
  readonly headers: StoredHeaders;
  /** The storage class counts on the first append only, the ACL on every one. */
  readonly traits: ObjectTraits;
  /** Taken from the first append only (OBJ-20). */
  readonly encryption: RuleProposal;
  readonly body: IncomingBody;
}

export async function appendObject(context: ObjectContext, append: Append): Promise<ObjectRecord | Refusal> {
  const { address, position } = append;
  const bucket = await context.storage.bucket(address.bucket);
  const present = await bucket.objects.read(address.key);
  const misplaced = checkPosition(present, position);
  if (misplaced !== null) return misplaced;
  const encryption = await (present === undefined
    ? beginFirst(context, address, append.encryption)
    : unlock(context, address, present));
  if (encryption instanceof Refusal) return encryption;
  return withNewBody(context, bucket, encryption, async (writer) => {
    const received = await receiveBody(writer, append.body);
    if (received instanceof Refusal) return received;
    return bucket.objects.replace(address.key, async (current) => {
      if (context.buckets.get(address.bucket) === undefined) return noSuchBucket(address.bucket);
      // Another append, or another object, may have been written in the meantime.
      const overtaken = checkPosition(current, position);
      if (overtaken !== null) return overtaken;
      if (!hasSameKey(current, present)) return positionNotEqualToLength(current?.size ?? 0);
      return grown(context, current ?? firstRecord(append, encryption), append.traits, received, encryption);
    });
  });
}

function checkPosition(object: ObjectRecord | undefined, position: number): Refusal | null {
  if (object !== undefined && object.type !== 'Appendable') return objectNotAppendable();
  const length = object?.size ?? 0;
  return position === length ? null : positionNotEqualToLength(length);
}

/** AppendObject's page: appendable objects cannot be encrypted with a key of the caller's choice. */
async function beginFirst(
  context: ObjectContext,
  address: ObjectAddress,
  requested: RuleProposal,
): Promise<UnlockedEncryption | Refusal | null> {
  if (requested.kmsMasterKeyId !== null) {
    return invalidArgument('AppendObject takes no x-oss-server-side-encryption-key-id.', {
      name: 'x-oss-server-side-encryption-key-id',
      value: requested.kmsMasterKeyId,
    });
  }
  return beginEncryption(context, address, 'AppendObject', requested);
}

/** All extents of an object use its one data key. */
function hasSameKey(one: ObjectRecord | undefined, other: ObjectRecord | undefined): boolean {
  return one?.encryption?.wrappedDataKey === other?.encryption?.wrappedDataKey;
}

function firstRecord({ address, headers, traits }: Append, encryption: UnlockedEncryption | null): ObjectRecord {
  return {
    ...traits,
    key: address.key,
    type: 'Appendable',
    size: 0,
    etag: '',
    crc64: '0',
    contentMd5: null,
    lastModified: 0,
    headers,
    extents: [],
    encryption: encryption?.description ?? null,
    seal: null,
    uploadId: null,
  };
}

function grown(
  context: ObjectContext,
  before: ObjectRecord,
  { acl }: ObjectTraits,
  { extent, crc64 }: ReceivedBody,
  encryption: UnlockedEncryption | null,
): ObjectRecord {
  const record: ObjectRecord = {
    ...before,
    ...(acl === undefined ? {} : { acl }),
    ...(before.crc64 === undefined ? {} : { crc64: combineCrc64(before.crc64, crc64, extent.size) }),
    size: before.size + extent.size,
    etag: uuidEtag(),
    lastModified: now(context),
    extents: [...before.extents, extent],
  };
  return sealed(record, encryption);
}
