import { randomBytes } from 'node:crypto';
import { unwrapKey, wrapKey } from './key-wrapping.ts';

/** The master key that the store manages itself, invisible to its users (SSE-OSS). */
export class ServiceKey {
  /** 32 bytes. */
  readonly material: Uint8Array;

  constructor(material: Uint8Array) {
    if (material.length !== 32) throw new Error('the service key must have 32 bytes');
    this.material = material;
  }

  generateDataKey(context: Uint8Array): { readonly plaintext: Buffer; readonly wrapped: Buffer } {
    const plaintext = randomBytes(32);
    return { plaintext, wrapped: wrapKey(this.material, plaintext, context) };
  }

  /** @throws DamagedKeyError */
  decrypt(wrapped: Uint8Array, context: Uint8Array): Buffer {
    return unwrapKey(this.material, wrapped, context);
  }
}
