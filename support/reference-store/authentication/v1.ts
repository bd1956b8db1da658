import { createHmac } from 'node:crypto';
import { signedParameterNames, subResourceNames } from '../../oss-api/query-parameters.ts';
import type { Address } from '../http/addressing.ts';
import { utf8 } from '../http/request-target.ts';
import type { HeaderPair, QueryParameter } from '../http/store-request.ts';

/** AUTH-03: every `x-oss-*` header as `name:value\n`, lower-case, sorted. */
export function v1Headers(headers: readonly HeaderPair[]): string {
  const lines = new Map<string, string>();
  for (const [rawName, rawValue] of headers) {
    const name = rawName.toLowerCase();
    if (!name.startsWith('x-oss-')) continue;
    const value = headerText(rawValue);
    const before = lines.get(name);
    lines.set(name, before === undefined ? value : `${before},${value}`);
  }
  return [...lines.keys()]
    .toSorted()
    .map((name) => `${name}:${lines.get(name)}\n`)
    .join('');
}

/** AUTH-04, AUTH-05, AUTH-07: decoded, never percent-encoded, always with the bucket. */
export function v1Resource(address: Address, query: readonly QueryParameter[]): string {
  const signed = new Map<string, string>();
  for (const [name, value = ''] of query) if (isSigned(name) && !signed.has(name)) signed.set(name, value);
  // WIRE-01: `?encryption` and `?encryption=` are the same resource.
  const subResources = [...signed.keys()].toSorted().map((name) => {
    const value = signed.get(name);
    return value ? `${name}=${value}` : name;
  });
  return v1Path(address) + (subResources.length > 0 ? `?${subResources.join('&')}` : '');
}

const signedNames: ReadonlySet<string> = new Set([...subResourceNames, ...signedParameterNames]);

/** AUTH-05, AUTH-06: names that start with `x-oss-` are signed too, all others are ignored. */
function isSigned(name: string): boolean {
  return name.startsWith('x-oss-') || signedNames.has(name);
}

function v1Path(address: Address): string {
  switch (address.scope) {
    case 'service':
      return '/';
    case 'bucket':
      return `/${address.bucket}/`;
    case 'object':
      return `/${address.bucket}/${address.key}`;
  }
}

export interface V1StringParts {
  readonly method: string;
  readonly contentMd5: string;
  readonly contentType: string;
  /** The `Expires` value for a signed URL (AUTH-13). */
  readonly date: string;
  readonly headers: string;
  readonly resource: string;
}

/** AUTH-02. */
export function v1StringToSign(parts: V1StringParts): string {
  const { method, contentMd5, contentType, date, headers, resource } = parts;
  return `${method}\n${contentMd5}\n${contentType}\n${date}\n${headers}${resource}`;
}

export function v1Signature(accessKeySecret: string, stringToSign: string): string {
  return createHmac('sha1', accessKeySecret).update(stringToSign).digest('base64');
}

/** AUTH-10: what is signed is UTF-8; header values were read as latin1. */
export function headerText(value: string): string {
  return utf8(value) ?? value;
}
