import type { FileHandle } from 'node:fs/promises';
import type { BodyFiles } from '../../storage/body-files.ts';
import type { Extent } from '../../storage/stored-records.ts';
import type { UnlockedEncryption } from './data-keys.ts';
import { segmentBytes } from './extent-writer.ts';
import { DamagedBodyError, extentCipher, plain } from './segment-cipher.ts';
import type { SegmentCipher } from './segment-cipher.ts';
import { SegmentLayout } from './segment-layout.ts';
import type { SegmentPlace, Span } from './segment-layout.ts';

/**
 * The `wanted` plaintext bytes of an extent, reading only the segments that
 * hold them, one ahead of the one being handed out.
 * @throws DamagedBodyError
 */
export async function* readExtent(
  bodies: BodyFiles,
  extent: Extent,
  encryption: UnlockedEncryption | null,
  wanted: Span,
): AsyncGenerator<Uint8Array, void, undefined> {
  const cipher = cipherOf(extent, encryption);
  const layout = new SegmentLayout(segmentBytes, cipher.tagBytes);
  const handle = await bodies.open(extent.file);
  try {
    if ((await handle.stat()).size !== layout.sealedSize(extent.size)) {
      throw new DamagedBodyError(`the body ${extent.file} is shorter or longer than it was written`);
    }
    let next: Promise<Uint8Array> | null = null;
    for (const place of layout.segments(extent.size, wanted)) {
      const following = readSegment(handle, cipher, place);
      // Its failure matters only to a reader who gets that far.
      following.catch(() => {});
      if (next !== null) yield await next;
      next = following;
    }
    if (next !== null) yield await next;
  } finally {
    await handle.close();
  }
}

function cipherOf({ file, salt }: Extent, encryption: UnlockedEncryption | null): SegmentCipher {
  if (salt === null) return plain;
  if (encryption === null) throw new DamagedBodyError(`the body ${file} is encrypted, but its object has no key`);
  return extentCipher(encryption.description.dataAlgorithm, encryption.dataKey, Buffer.from(salt, 'base64'));
}

async function readSegment(handle: FileHandle, cipher: SegmentCipher, place: SegmentPlace): Promise<Uint8Array> {
  const { number, sealed, wanted } = place;
  const buffer = Buffer.allocUnsafeSlow(sealed.length);
  const { bytesRead } = await handle.read(buffer, 0, sealed.length, sealed.offset);
  if (bytesRead !== sealed.length) throw new DamagedBodyError(`segment ${number} is cut off`);
  const plaintext = cipher.open(number, buffer);
  return plaintext.subarray(wanted.offset, wanted.offset + wanted.length);
}
