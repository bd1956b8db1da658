import { Refusal } from '../errors/refusal.ts';
import type { RuleProposal } from '../bucket-encryption/encryption-rule.ts';
import type { ObjectRecord, StoredHeaders } from '../storage/stored-records.ts';
import { receiveBody } from './incoming-body.ts';
import type { IncomingBody } from './incoming-body.ts';
import { publish, uuidEtag, withNewBody } from './new-object.ts';
import { beginEncryption, now } from './object-context.ts';
import type { ObjectTraits } from './object-traits.ts';
import type { ObjectAddress, ObjectContext } from './object-context.ts';

/** An object uploaded in one request. */
export interface ObjectUpload {
  readonly operation: 'PutObject' | 'PostObject';
  readonly address: ObjectAddress;
  readonly headers: StoredHeaders;
  readonly traits: ObjectTraits;
  readonly encryption: RuleProposal;
  readonly forbidOverwrite: boolean;
  readonly body: IncomingBody;
}

export async function putObject(context: ObjectContext, upload: ObjectUpload): Promise<ObjectRecord | Refusal> {
  const { operation, address, headers, traits, forbidOverwrite } = upload;
  const encryption = await beginEncryption(context, address, operation, upload.encryption);
  if (encryption instanceof Refusal) return encryption;
  const bucket = await context.storage.bucket(address.bucket);
  return withNewBody(context, bucket, encryption, async (writer) => {
    const received = await receiveBody(writer, upload.body);
    if (received instanceof Refusal) return received;
    const { extent, md5, crc64 } = received;
    const record: ObjectRecord = {
      ...traits,
      key: address.key,
      type: 'Normal',
      size: extent.size,
      // OBJ-25: only PutObject's ETag is the MD5.
      etag: operation === 'PutObject' ? md5.toString('hex').toUpperCase() : uuidEtag(),
      crc64,
      contentMd5: md5.toString('base64'),
      lastModified: now(context),
      headers,
      extents: [extent],
      encryption: encryption?.description ?? null,
      seal: null,
      uploadId: null,
    };
    return publish(context, { address, encryption, forbidOverwrite, record });
  });
}
