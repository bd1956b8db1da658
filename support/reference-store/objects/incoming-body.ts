import { createHash } from 'node:crypto';
import { Refusal } from '../errors/refusal.ts';
import type { Extent } from '../storage/stored-records.ts';
import { ThreadedMd5 } from './digest/threaded-md5.ts';
import type { ExtentWriter } from '../object-encryption/extent-writer.ts';
import { entityTooLarge, invalidDigest } from './refusals.ts';

/** The largest object one request can upload, and the largest part: 5 GB. */
export const largestUpload = 5 * 1024 ** 3;

/** Bytes on their way in. */
export interface IncomingBody {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Whether each chunk has memory of its own that nobody else needs. */
  readonly isDisposable: boolean;
  /** Bytes, where the request says how many will come. */
  readonly announcedLength: number | null;
  /** The `Content-MD5` header, over the plaintext (OBJ-27). */
  readonly contentMd5: string | undefined;
}

export interface ReceivedBody {
  readonly extent: Extent;
  readonly md5: Buffer;
}

/** From here on the MD5 is worth another thread. */
const largeBody = 4 * 1024 * 1024;

/** Writes the body as it comes in, and checks it against what the request said about it. */
export async function receiveBody(writer: ExtentWriter, body: IncomingBody): Promise<ReceivedBody | Refusal> {
  const { announcedLength, isDisposable, contentMd5 } = body;
  if (contentMd5 !== undefined && !isMd5(contentMd5)) return invalidDigest('malformed');
  if ((announcedLength ?? 0) > largestUpload) return entityTooLarge(largestUpload);
  const usesThread = (announcedLength ?? 0) >= largeBody && isDisposable && writer.copies;
  const md5 = await (usesThread ? writeWithThread : writeAlone)(writer, body);
  if (md5 === null) return entityTooLarge(largestUpload);
  if (contentMd5 !== undefined && !md5.equals(Buffer.from(contentMd5, 'base64'))) return invalidDigest('mismatch');
  return { extent: await writer.finish(), md5 };
}

/** The body's MD5; `null` where it is too large. */
async function writeAlone(writer: ExtentWriter, { chunks, isDisposable }: IncomingBody): Promise<Buffer | null> {
  const hash = createHash('md5');
  for await (const chunk of chunks) {
    hash.update(chunk);
    await writer.write(chunk, isDisposable);
    if (writer.size > largestUpload) return null;
  }
  return hash.digest();
}

/** The same, where the writer needs a chunk no longer than it takes to write it, and nobody else needs it at all. */
async function writeWithThread(writer: ExtentWriter, { chunks }: IncomingBody): Promise<Buffer | null> {
  const digest = ThreadedMd5.begin();
  try {
    for await (const chunk of chunks) {
      await writer.write(chunk);
      await digest.update(chunk);
      if (writer.size > largestUpload) return null;
    }
    return await digest.finish();
  } finally {
    digest.abandon();
  }
}

function isMd5(text: string): boolean {
  return /^[A-Za-z0-9+/]{22}==$/.test(text);
}
