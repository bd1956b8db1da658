import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { CredentialScope } from './scope.ts';

/** In the form that hashes fastest, and as hexadecimal text. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly hex: string;
}

/** V4's signing key: an HMAC-SHA256 chain over the scope that starts from `aliyun_v4` + secret (AUTH-27). */
export function signingKey(accessKeySecret: string, { day, region, product, terminator }: CredentialScope): SigningKey {
  const name = JSON.stringify([accessKeySecret, day, region, product, terminator]);
  const known = cache.get(name);
  if (known !== undefined) return known;
  let key: Buffer = Buffer.from(`aliyun_v4${accessKeySecret}`);
  for (const part of [day, region, product, terminator]) key = createHmac('sha256', key).update(part).digest();
  const derived = { key: createSecretKey(key), hex: key.toString('hex') };
  if (cache.size >= cacheCapacity) forgetOldest();
  cache.set(name, derived);
  return derived;
}

/** A run has a handful of principals and one region; the bound keeps a run over many scopes from growing. */
const cacheCapacity = 64;
const cache = new Map<string, SigningKey>();

function forgetOldest(): void {
  for (const oldest of cache.keys()) {
    cache.delete(oldest);
    return;
  }
}
