import { randomBytes } from 'node:crypto';
import type { BodyFiles } from '../storage/body-files.ts';
import type { NewBody } from '../storage/new-body.ts';
import type { Extent } from '../storage/stored-records.ts';
import type { UnlockedEncryption } from './data-keys.ts';
import { extentCipher, plain } from './segment-cipher.ts';
import type { SegmentCipher, SegmentSealing } from './segment-cipher.ts';

/**
 * Plaintext bytes of a segment. A range reads at least one segment, so smaller is better; starting a segment costs
 * time, which is not noticeable at 256 KiB.
 */
export const segmentBytes = 256 * 1024;

/** Bytes in the page cache before a sync to disk starts, so that the last sync does not have to write them all. */
const unsyncedBytes = 8 * 1024 * 1024;

/** Chunks per write; a body may arrive in very many small ones. */
const mostChunks = 128;

/**
 * Writes one body as it arrives, encrypted or plain. Keeps one segment in memory, plus the one that is being written.
 */
export class ExtentWriter {
  readonly #bodies: BodyFiles;
  readonly #body: NewBody;
  readonly #cipher: SegmentCipher;
  readonly #salt: Uint8Array | null;
  #size = 0;
  #segment: SegmentSealing | null = null;
  #waiting: Uint8Array[] = [];
  /** Chunks whose memory can be freed once all pending bytes are written. */
  #spent: Uint8Array[] = [];
  #writing: Promise<void> = Promise.resolve();
  #syncing: Promise<unknown> = Promise.resolve();
  #unsynced = 0;

  /** Without an encryption, the bytes are stored as they are. */
  constructor(bodies: BodyFiles, encryption: UnlockedEncryption | null) {
    this.#bodies = bodies;
    this.#body = bodies.create();
    this.#salt = encryption && randomBytes(32);
    this.#cipher =
      encryption && this.#salt
        ? extentCipher(encryption.description.dataAlgorithm, encryption.dataKey, this.#salt)
        : plain;
  }

  /** Plaintext bytes so far. */
  get size(): number {
    return this.#size;
  }

  /** `mayFree`: no other code needs the chunk's memory. */
  async write(chunk: Uint8Array, mayFree = false): Promise<void> {
    let rest = chunk;
    while (rest.length > 0) {
      const free = segmentBytes - (this.#size % segmentBytes);
      const piece = rest.subarray(0, free);
      rest = rest.subarray(free);
      this.#segment ??= this.#cipher.seal(Math.floor(this.#size / segmentBytes));
      const sealed = this.#segment.update(piece);
      this.#waiting.push(sealed);
      this.#size += piece.length;
      // Plain chunks are written directly, so they may be the caller's memory.
      if (this.#cipher !== plain) this.#spent.push(sealed);
      if (mayFree && rest.length === 0) this.#spent.push(chunk);
      if (piece.length === free) await this.#endSegment();
      else if (this.#waiting.length >= mostChunks) await this.#flush();
    }
  }

  /** Forces the body to disk, so that a record can name it. */
  async finish(): Promise<Extent> {
    if (this.#segment !== null) this.#waiting.push(this.#segment.tag());
    await this.#writing;
    await this.#syncing;
    await this.#body.complete(this.#waiting);
    for (const chunk of this.#spent) releaseMemory(chunk);
    return { file: this.#body.file, size: this.#size, salt: this.#salt && Buffer.from(this.#salt).toString('base64') };
  }

  /** Leaves nothing behind; also after `finish`. */
  async abort(): Promise<void> {
    await Promise.allSettled([this.#writing, this.#syncing]);
    await this.#body.discard();
  }

  async #endSegment(): Promise<void> {
    if (this.#segment !== null) this.#waiting.push(this.#segment.tag());
    this.#segment = null;
    await this.#flush();
  }

  /** Starts to write the pending bytes once the previous write has ended. */
  async #flush(): Promise<void> {
    await this.#writing;
    this.#writing = this.#append(this.#waiting, this.#spent);
    this.#waiting = [];
    this.#spent = [];
    // The next write or the end reports the failure; until then it must not count as unhandled.
    this.#writing.catch(() => {});
  }

  async #append(chunks: readonly Uint8Array[], spent: readonly Uint8Array[]): Promise<void> {
    const length = await this.#body.append(chunks);
    for (const chunk of spent) releaseMemory(chunk);
    this.#unsynced += length;
    if (this.#bodies.forced && this.#unsynced >= unsyncedBytes) this.#beginSync();
  }

  #beginSync(): void {
    this.#unsynced = 0;
    this.#syncing = Promise.all([this.#syncing, this.#body.sync()]);
    this.#syncing.catch(() => {});
  }
}

/** Frees memory at once. With the garbage collector alone, large uploads would hold 100 MB and take twice as long. */
function releaseMemory({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
