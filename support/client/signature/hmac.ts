import { createHmac, hash } from 'node:crypto';

/** Of SHA-256. */
const blockBytes = 64;
const digestBytes = 32;

/** What fits is hashed without making an `Hmac` object, which takes longer than both hashes. */
const longestText = 1_024;

/** HMAC-SHA256 (RFC 2104) with one key for many texts. The key is no longer than a block. */
export class HmacSha256 {
  readonly #key: Buffer;
  /** The padded key, followed by room for a text. */
  readonly #inner = Buffer.alloc(blockBytes + longestText, 0);
  /** The padded key, followed by room for the inner hash. */
  readonly #outer = Buffer.alloc(blockBytes + digestBytes, 0);

  constructor(key: Buffer) {
    if (key.length > blockBytes) throw new Error('a key that is longer than a block would have to be hashed first');
    this.#key = key;
    for (let at = 0; at < blockBytes; at += 1) {
      const byte = key[at] ?? 0;
      this.#inner[at] = byte ^ 0x36;
      this.#outer[at] = byte ^ 0x5c;
    }
  }

  /** In hexadecimal. */
  of(text: string): string {
    // UTF-8 takes up to three bytes for a code unit.
    if (text.length * 3 > longestText) return createHmac('sha256', this.#key).update(text).digest('hex');
    const end = blockBytes + this.#inner.write(text, blockBytes);
    this.#outer.write(hash('sha256', this.#inner.subarray(0, end), 'binary'), blockBytes, 'latin1');
    return hash('sha256', this.#outer, 'hex');
  }
}
