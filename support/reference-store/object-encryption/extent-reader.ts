import type { FileHandle } from 'node:fs/promises';
import type { BodyFiles } from '../storage/body-files.ts';
import type { Extent } from '../storage/stored-records.ts';
import type { UnlockedEncryption } from './data-keys.ts';
import { segmentBytes } from './extent-writer.ts';
import { DamagedBodyError, extentCipher, plain } from './segment-cipher.ts';
import type { SegmentCipher } from './segment-cipher.ts';
import { SegmentLayout } from './segment-layout.ts';
import type { SegmentPlace, Span } from './segment-layout.ts';

/**
 * The `wanted` plaintext bytes of an extent. Reads only the segments with these bytes, one segment ahead. @throws
 * DamagedBodyError
 */
export async function* readExtent(
  bodies: BodyFiles,
  extent: Extent,
  encryption: UnlockedEncryption | null,
  wanted: Span,
): AsyncGenerator<Uint8Array, void, undefined> {
  const cipher = cipherOf(extent, encryption);
  const layout = new SegmentLayout(segmentBytes, cipher.tagBytes);
  if (extent.size <= segmentBytes) {
    const sealed = bodies.readWhole(extent.file);
    checkLength(extent, layout, sealed.length);
    if (extent.size > 0) yield cipher.open(0, sealed).subarray(wanted.offset, wanted.offset + wanted.length);
    return;
  }
  const handle = await bodies.open(extent.file);
  try {
    checkLength(extent, layout, (await handle.stat()).size);
    const segments = new SegmentSource(handle, cipher, layout.sealedSize(segmentBytes));
    let next: Promise<Uint8Array> | null = null;
    for (const place of layout.segments(extent.size, wanted)) {
      const following = segments.read(place);
      // Its failure matters only if the reader gets that far.
      following.catch(() => {});
      if (next !== null) yield await next;
      next = following;
    }
    if (next !== null) yield await next;
  } finally {
    await handle.close();
  }
}

function checkLength({ file, size }: Extent, layout: SegmentLayout, found: number): void {
  if (found !== layout.sealedSize(size))
    throw new DamagedBodyError(`the body ${file} is shorter or longer than it was written`);
}

function cipherOf({ file, salt }: Extent, encryption: UnlockedEncryption | null): SegmentCipher {
  if (salt === null) return plain;
  if (encryption === null) throw new DamagedBodyError(`the body ${file} is encrypted, but its object has no key`);
  return extentCipher(encryption.description.dataAlgorithm, encryption.dataKey, Buffer.from(salt, 'base64'));
}

/** Reads segments, at most two at a time. */
class SegmentSource {
  readonly #handle: FileHandle;
  readonly #cipher: SegmentCipher;
  readonly #bytes: number;
  /** Segments are decrypted into fresh memory, so the same two buffers are enough for all. */
  readonly #buffers: Buffer[] = [];

  constructor(handle: FileHandle, cipher: SegmentCipher, largestSegment: number) {
    this.#handle = handle;
    this.#cipher = cipher;
    this.#bytes = largestSegment;
  }

  async read({ number, sealed, wanted }: SegmentPlace): Promise<Uint8Array> {
    const buffer = this.#buffers.pop() ?? Buffer.allocUnsafeSlow(this.#bytes);
    const { bytesRead } = await this.#handle.read(buffer, 0, sealed.length, sealed.offset);
    if (bytesRead !== sealed.length) throw new DamagedBodyError(`segment ${number} is cut off`);
    const plaintext = this.#cipher.open(number, buffer.subarray(0, sealed.length));
    if (this.#cipher !== plain) this.#buffers.push(buffer);
    return plaintext.subarray(wanted.offset, wanted.offset + wanted.length);
  }
}
