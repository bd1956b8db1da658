import type { Endpoint } from './endpoint.ts';
import type { OssRequest, QueryParameter } from './request.ts';
import { percentEncode, percentEncodePath } from './signature/encoding.ts';

/** Where the bucket is named: in the path, or in front of the host name (virtual-hosted style, AUTH-44). */
export type AddressingStyle = 'path' | 'virtual';

export interface Address {
  /** The connection is made to the endpoint itself, so that virtual-hosted style works without wildcard DNS. */
  readonly origin: string;
  /** The `Host` header. */
  readonly host: string;
  /** The request target, never normalised: dot segments, doubled slashes and escapes reach the store as meant. */
  readonly target: string;
}

export function address(
  endpoint: Endpoint,
  style: AddressingStyle,
  { bucket, key = '', query }: Pick<OssRequest, 'bucket' | 'key' | 'query'>,
): Address {
  const { origin, host } = endpoint;
  const inPath = style === 'path' && bucket !== undefined ? `${percentEncode(bucket)}/` : '';
  return {
    origin,
    host: style === 'virtual' && bucket !== undefined ? `${bucket}.${host}` : host,
    target: `/${inPath}${percentEncodePath(key)}${queryString(query)}`,
  };
}

/** In the given order; no `=` without a value, but `=` before an empty one (WIRE-01 needs both). */
function queryString(query: readonly QueryParameter[]): string {
  if (query.length === 0) return '';
  const parts = query.map(([name, value]) =>
    value === undefined ? percentEncode(name) : `${percentEncode(name)}=${percentEncode(value)}`,
  );
  return `?${parts.join('&')}`;
}
