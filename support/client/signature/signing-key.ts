import { createHmac, createSecretKey } from 'node:crypto';
import { HmacSha256 } from './hmac.ts';

/**
 * The scope for which a V4 signature is valid (AUTH-18). A scope that differs from the request is a fault that
 * scenarios test.
 */
export interface CredentialScope {
  /** `YYYYMMDD` */
  readonly day: string;
  /** The region id, `cn-hangzhou`, not the endpoint's prefix `oss-cn-hangzhou` (AUTH-29); for CloudBox its id. */
  readonly region: string;
  /** `oss`, or `oss-cloudbox` (AUTH-28). */
  readonly product: string;
  /** `aliyun_v4_request` */
  readonly terminator: string;
}

export function scopeText({ day, region, product, terminator }: CredentialScope): string {
  return `${day}/${region}/${product}/${terminator}`;
}

export interface SigningKey {
  readonly hmac: HmacSha256;
  /** The key itself. */
  readonly hex: string;
}

/** V4's signing key: an HMAC-SHA256 chain over the scope that starts from `aliyun_v4` + secret (AUTH-27). */
export function signingKey(accessKeySecret: string, scope: CredentialScope): SigningKey {
  const known = derived.find((entry) => entry.accessKeySecret === accessKeySecret && sameScope(entry.scope, scope));
  if (known !== undefined) return known;
  const key = derive(accessKeySecret, scope);
  const entry = { accessKeySecret, scope, hmac: new HmacSha256(key), hex: key.toString('hex') };
  derived.unshift(entry);
  derived.length = Math.min(derived.length, capacity);
  return entry;
}

interface Derived extends SigningKey {
  readonly accessKeySecret: string;
  readonly scope: CredentialScope;
}

/** A run has a few principals and one region; the limit bounds the memory of a run over many scopes. */
const capacity = 64;
/** The latest first, because consecutive requests are mostly signed with the same key. */
const derived: Derived[] = [];

function sameScope(one: CredentialScope, other: CredentialScope): boolean {
  return (
    one.day === other.day &&
    one.region === other.region &&
    one.product === other.product &&
    one.terminator === other.terminator
  );
}

function derive(accessKeySecret: string, { day, region, product, terminator }: CredentialScope): Buffer {
  let key: Buffer = Buffer.from(`aliyun_v4${accessKeySecret}`);
  for (const part of [day, region, product, terminator])
    key = createHmac('sha256', createSecretKey(key)).update(part).digest();
  return key;
}
