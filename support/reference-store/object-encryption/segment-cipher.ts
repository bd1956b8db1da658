import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import type { Hmac } from 'node:crypto';
import type { EncryptionDescription } from '../storage/stored-records.ts';

/** Stored bytes are not those that were written: changed, cut off, or moved here from elsewhere. */
export class DamagedBodyError extends Error {
  override readonly name = 'DamagedBodyError';
}

/** One segment on its way to the disk. Chunk by chunk, because joining them first would copy every byte once more. */
export interface SegmentSealing {
  /** The chunk in its final form. */
  update(chunk: Uint8Array): Uint8Array;
  /** The bytes after the segment's last chunk. */
  tag(): Uint8Array;
}

/**
 * Turns the segments of one extent into the bytes on disk, and back. The
 * key is the extent's own and the segment's number takes part, so that a
 * segment opens nowhere but in its place; how many segments there must be
 * follows from the size in the object's sealed record.
 */
export interface SegmentCipher {
  readonly tagBytes: number;
  seal(number: number): SegmentSealing;
  /**
   * The plaintext of a whole segment, read back with its tag.
   * @throws DamagedBodyError
   */
  open(number: number, sealed: Uint8Array): Uint8Array;
}

const ciphers: Record<
  EncryptionDescription['dataAlgorithm'],
  (dataKey: Uint8Array, salt: Uint8Array) => SegmentCipher
> = {
  AES256: (dataKey, salt) => new Aes256Gcm(deriveKey(dataKey, salt, 'extent AES-256-GCM', 32)),
  SM4: (dataKey, salt) =>
    new Sm4CtrHmac(deriveKey(dataKey, salt, 'extent SM4-CTR', 16), deriveKey(dataKey, salt, 'extent HMAC-SHA256', 32)),
};

/** The cipher of an extent, derived from its object's data key (32 bytes) and the extent's salt (32 bytes). */
export function extentCipher(
  algorithm: EncryptionDescription['dataAlgorithm'],
  dataKey: Uint8Array,
  salt: Uint8Array,
): SegmentCipher {
  return ciphers[algorithm](dataKey, salt);
}

function deriveKey(dataKey: Uint8Array, salt: Uint8Array, purpose: string, bytes: number): KeyObject {
  const derived = hkdfSync('sha256', createSecretKey(dataKey), salt, purpose, bytes);
  return createSecretKey(new Uint8Array(derived));
}

class Aes256Gcm implements SegmentCipher {
  readonly tagBytes = 16;
  readonly #key: KeyObject;

  constructor(key: KeyObject) {
    this.#key = key;
  }

  seal(number: number): SegmentSealing {
    const cipher = createCipheriv('aes-256-gcm', this.#key, this.#nonce(number), { authTagLength: this.tagBytes });
    return {
      update: (chunk) => cipher.update(chunk),
      tag: () => {
        cipher.final();
        return cipher.getAuthTag();
      },
    };
  }

  open(number: number, sealed: Uint8Array): Uint8Array {
    const end = sealed.length - this.tagBytes;
    const decipher = createDecipheriv('aes-256-gcm', this.#key, this.#nonce(number), { authTagLength: this.tagBytes });
    decipher.setAuthTag(sealed.subarray(end));
    const plaintext = decipher.update(sealed.subarray(0, end));
    try {
      decipher.final();
    } catch (cause) {
      throw new DamagedBodyError(`segment ${number} is damaged`, { cause });
    }
    return plaintext;
  }

  /** Unique because the key serves one extent only, which is written once. */
  #nonce(number: number): Uint8Array {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(number, 8);
    return nonce;
  }
}

/** Node's OpenSSL offers no SM4-GCM: SM4-CTR, with an HMAC over what was encrypted. */
class Sm4CtrHmac implements SegmentCipher {
  readonly tagBytes = 32;
  readonly #key: KeyObject;
  readonly #macKey: KeyObject;

  constructor(key: KeyObject, macKey: KeyObject) {
    this.#key = key;
    this.#macKey = macKey;
  }

  seal(number: number): SegmentSealing {
    const cipher = createCipheriv('sm4-ctr', this.#key, this.#counter(number));
    const mac = this.#mac(number);
    return {
      update: (chunk) => {
        const encrypted = cipher.update(chunk);
        mac.update(encrypted);
        return encrypted;
      },
      tag: () => mac.digest(),
    };
  }

  open(number: number, sealed: Uint8Array): Uint8Array {
    const end = sealed.length - this.tagBytes;
    const encrypted = sealed.subarray(0, end);
    const mac = this.#mac(number).update(encrypted).digest();
    if (!timingSafeEqual(mac, sealed.subarray(end))) throw new DamagedBodyError(`segment ${number} is damaged`);
    return createDecipheriv('sm4-ctr', this.#key, this.#counter(number)).update(encrypted);
  }

  #mac(number: number): Hmac {
    return createHmac('sha256', this.#macKey).update(this.#counter(number));
  }

  /** The number in the upper half, so that the blocks of one segment, counted in the lower, never meet another's. */
  #counter(number: number): Uint8Array {
    const counter = Buffer.alloc(16);
    counter.writeUInt32BE(number, 4);
    return counter;
  }
}

/** For unencrypted bytes. */
export const plain: SegmentCipher = {
  tagBytes: 0,
  seal: () => ({ update: (chunk) => chunk, tag: () => new Uint8Array() }),
  open: (_number, stored) => stored,
};
