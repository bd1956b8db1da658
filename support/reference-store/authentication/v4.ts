import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';
import type { Address } from '../http/addressing.ts';
import type { HeaderPair, QueryParameter } from '../http/store-request.ts';
import type { CredentialScope } from './claim.ts';
import { headerText } from './v1.ts';

/** AUTH-20: with the bucket, in virtual-hosted style too. */
export function v4Uri(address: Address): string {
  switch (address.scope) {
    case 'service':
      return '/';
    case 'bucket':
      return `/${encode(address.bucket)}/`;
    case 'object':
      return `/${encode(address.bucket)}/${address.key.split('/').map(encode).join('/')}`;
  }
}

/** AUTH-21, AUTH-32: every parameter but the signature itself, sorted by encoded name; without a value, no `=` (WIRE-01). */
export function v4Query(query: readonly QueryParameter[]): string {
  return query
    .filter(([name]) => name !== 'x-oss-signature')
    .map(([name, value = '']) => [encode(name), encode(value)] as const)
    .toSorted(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
    .join('&');
}

/**
 * AUTH-22: `name:value\n` of `content-type`, `content-md5`, every `x-oss-*` and the additional headers. The HTTP parser
 * has trimmed the values; it does not trim a no-break space.
 */
export function v4Headers(headers: readonly HeaderPair[], additionalHeaders: readonly string[]): string {
  const lines = new Map<string, string>();
  for (const [rawName, rawValue] of headers) {
    const name = rawName.toLowerCase();
    if (!isSignedByDefault(name) && !additionalHeaders.includes(name)) continue;
    const value = headerText(rawValue);
    const before = lines.get(name);
    lines.set(name, before === undefined ? value : `${before},${value}`);
  }
  return [...lines.keys()]
    .toSorted()
    .map((name) => `${name}:${lines.get(name)}\n`)
    .join('');
}

function isSignedByDefault(name: string): boolean {
  return name === 'content-type' || name === 'content-md5' || name.startsWith('x-oss-');
}

export interface V4CanonicalParts {
  readonly method: string;
  readonly uri: string;
  readonly query: string;
  readonly headers: string;
  readonly additionalHeaders: readonly string[];
  readonly payload: string;
}

/** AUTH-19. */
export function v4CanonicalRequest(parts: V4CanonicalParts): string {
  const { method, uri, query, headers, additionalHeaders, payload } = parts;
  return [method, uri, query, headers, additionalHeaders.join(';'), payload].join('\n');
}

/** AUTH-26. */
export function v4StringToSign(timestamp: string, scope: CredentialScope, canonicalRequest: string): string {
  const scopeText = [scope.date, scope.region, scope.product, scope.terminator].join('/');
  return ['OSS4-HMAC-SHA256', timestamp, scopeText, hash('sha256', canonicalRequest)].join('\n');
}

/**
 * A signing key takes four hashes and stays the same for a day. The cache is cleared when it is full. Node 24 takes much
 * longer to use a key that is a Buffer than one that it prepared.
 */
const signingKeys = new Map<string, KeyObject>();
const mostSigningKeys = 100;

/** AUTH-27. */
export function v4SigningKey(accessKeySecret: string, scope: CredentialScope): KeyObject {
  const parts = [scope.date, scope.region, scope.product, scope.terminator];
  const name = JSON.stringify([accessKeySecret, ...parts]);
  const known = signingKeys.get(name);
  if (known !== undefined) return known;
  const key = parts.reduce<KeyObject>(
    (before, part) => createSecretKey(createHmac('sha256', before).update(part).digest()),
    createSecretKey(`aliyun_v4${accessKeySecret}`, 'utf8'),
  );
  if (signingKeys.size >= mostSigningKeys) signingKeys.clear();
  signingKeys.set(name, key);
  return key;
}

export function v4Signature(signingKey: KeyObject, stringToSign: string): string {
  return createHmac('sha256', signingKey).update(stringToSign).digest('hex');
}

/** Unreserved characters stay: `A–Z a–z 0–9 - . _ ~`. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
