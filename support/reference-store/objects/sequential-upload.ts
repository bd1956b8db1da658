import { createHash } from 'node:crypto';
import { Refusal } from '../errors/refusal.ts';
import type { UnlockedEncryption } from '../object-encryption/data-keys.ts';
import { readExtent } from '../object-encryption/extent-reader.ts';
import type { StoredBucket } from '../storage/stored-bucket.ts';
import type { PartRecord, UploadRecord } from '../storage/stored-records.ts';

/**
 * `?sequential` of InitiateMultipartUpload: parts arrive in order, one after the other, and the object has a Content-MD5
 * (live tests of the Python SDK V1, test_multipart_sequential and test_upload_sequential).
 */
export function checkSequence(
  { uploads }: StoredBucket,
  { uploadId, isSequential }: UploadRecord,
  partNumber: number,
): Refusal | null {
  const last = uploads.parts(uploadId)?.at(-1)?.partNumber ?? 0;
  if (isSequential === undefined || partNumber <= last + 1) return null;
  return new Refusal({ status: 400, code: 'PartNotSequential', message: 'The part is not sequential.' });
}

/** Content-MD5 of the object that the parts make. */
export async function contentMd5Of(
  { bodies }: StoredBucket,
  parts: readonly PartRecord[],
  encryption: UnlockedEncryption | null,
): Promise<string> {
  const hash = createHash('md5');
  for (const { extent } of parts)
    for await (const chunk of readExtent(bodies, extent, encryption, { offset: 0, length: extent.size }))
      hash.update(chunk);
  return hash.digest('base64');
}
