import { createCipheriv, createSecretKey } from 'node:crypto';

const key = createSecretKey('object content!!', 'utf8');

/** A prime, so that no two blocks, segments or parts of an object have the same bytes, however a store cuts it. */
const periodBytes = 1_048_573;

/**
 * `size` bytes that are the same in every run and have no pattern that a store could compress or confuse: the key
 * stream of a fixed AES-128 key, repeated.
 */
export function contentOf(size: number): Uint8Array {
  const cipher = createCipheriv('aes-128-ctr', key, Buffer.alloc(16));
  const period = cipher.update(Buffer.alloc(Math.min(size, periodBytes)));
  const content = Buffer.allocUnsafeSlow(size);
  for (let at = 0; at < size; at += periodBytes) period.copy(content, at);
  return content;
}

/** `size` bytes that say all along which of several writers sent them. */
export function contentOfWriter(writer: number, size: number): Uint8Array {
  return Buffer.alloc(size, `writer ${writer} `);
}

export function isOfOneWriter(content: Uint8Array, size: number): boolean {
  const writer = /^writer (\d) /u.exec(Buffer.from(content.subarray(0, 9)).toString('latin1'))?.[1];
  return writer !== undefined && Buffer.compare(content, contentOfWriter(Number(writer), size)) === 0;
}
