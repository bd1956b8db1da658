import { createHash } from 'node:crypto';
import { Refusal } from '../errors/refusal.ts';
import type { Extent } from '../storage/stored-records.ts';
import type { ExtentWriter } from '../object-encryption/extent-writer.ts';
import { Crc64 } from './crc64.ts';
import { entityTooLarge, invalidDigest } from './refusals.ts';

/** The largest object one request can upload, and the largest part: 5 GB. */
const largestUpload = 5 * 1024 ** 3;

/** The body of an upload, not yet read. */
export interface IncomingBody {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** whether each chunk has its own memory that no other code needs. */
  readonly isDisposable: boolean;
  /** In bytes; `null` if the request does not say. */
  readonly announcedLength: number | null;
  /** The `Content-MD5` header, over the plaintext (OBJ-27). */
  readonly contentMd5: string | undefined;
}

export interface ReceivedBody {
  readonly extent: Extent;
  readonly md5: Buffer;
  readonly crc64: string;
}

/** Writes the body as it arrives, and checks it against the headers of the request. */
export async function receiveBody(writer: ExtentWriter, body: IncomingBody): Promise<ReceivedBody | Refusal> {
  const { chunks, announcedLength, isDisposable, contentMd5 } = body;
  if (contentMd5 !== undefined && !isMd5(contentMd5)) return invalidDigest('malformed');
  if ((announcedLength ?? 0) > largestUpload) return entityTooLarge(largestUpload);
  const hash = createHash('md5');
  const crc = new Crc64();
  for await (const chunk of chunks) {
    hash.update(chunk);
    crc.update(chunk);
    await writer.write(chunk, isDisposable);
    if (writer.size > largestUpload) return entityTooLarge(largestUpload);
  }
  const md5 = hash.digest();
  if (contentMd5 !== undefined && !md5.equals(Buffer.from(contentMd5, 'base64'))) return invalidDigest('mismatch');
  return { extent: await writer.finish(), md5, crc64: crc.print() };
}

function isMd5(text: string): boolean {
  return /^[A-Za-z0-9+/]{22}==$/.test(text);
}
