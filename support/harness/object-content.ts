import { createCipheriv } from 'node:crypto';

const key = Buffer.from('object content!!');

/**
 * So many bytes, the same in every run and without a pattern that a store could compress or confuse: the key stream of
 * a fixed AES-128 key.
 */
export function contentOf(size: number): Uint8Array {
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size));
}
