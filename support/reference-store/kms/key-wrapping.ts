import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** A wrapped key cannot be opened with this master key and context: the key or its context was changed. */
export class DamagedKeyError extends Error {
  override readonly name = 'DamagedKeyError';
}

/**
 * Encrypts a data key under a master key (32 bytes). `context` is not stored
 * but must be the same for unwrapping, so that a wrapped key cannot be moved
 * from one object to another. Layout: nonce, tag, encrypted key.
 */
export function wrapKey(masterKey: Uint8Array, dataKey: Uint8Array, context: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, createSecretKey(masterKey), nonce, { authTagLength: tagBytes });
  cipher.setAAD(context);
  const encrypted = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
}

/** @throws DamagedKeyError */
export function unwrapKey(masterKey: Uint8Array, wrapped: Uint8Array, context: Uint8Array): Buffer {
  const tagEnd = nonceBytes + tagBytes;
  if (wrapped.length < tagEnd) throw new DamagedKeyError('the wrapped data key is too short');
  const key = createSecretKey(masterKey);
  const decipher = createDecipheriv(algorithm, key, wrapped.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(context);
  decipher.setAuthTag(wrapped.subarray(nonceBytes, tagEnd));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(tagEnd)), decipher.final()]);
  } catch (cause) {
    throw new DamagedKeyError('the wrapped data key is damaged or belongs to something else', { cause });
  }
}
