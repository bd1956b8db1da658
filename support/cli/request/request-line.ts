import { readFileSync, statSync } from 'node:fs';
import type { HeaderPair, OssRequest, QueryParameter } from '../../client/request.ts';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';

/** A request as written on a command line. */
export interface WrittenRequest {
  readonly method: string;
  /** `oss://BUCKET[/KEY][?QUERY]`; `oss://` alone for the service itself. */
  readonly url: string;
  /** `Name: value`, each. */
  readonly headers: readonly string[];
  /** The text itself, or `@FILE`. */
  readonly body?: string;
}

/** Parses a request. Throws ConfigurationError for anything else. */
export function readRequest({ method, url, headers, body }: WrittenRequest): OssRequest {
  if (!token.test(method)) throw new ConfigurationError(`"${method}" is not an HTTP method`);
  return {
    method,
    ...resourceIn(url),
    headers: headers.map(headerIn),
    ...(body === undefined ? {} : { body: bodyIn(body) }),
  };
}

/** RFC 9110 5.6.2 */
const token = /^[\w!#$%&'*+.^`|~-]+$/;

/** The key is not percent-encoded. It ends where the query begins, the only part that is decoded. */
function resourceIn(url: string): Pick<OssRequest, 'bucket' | 'key' | 'query'> {
  const [, resource, query = ''] = /^oss:\/\/([^?]*)(?:\?(.*))?$/s.exec(url) ?? [];
  if (resource === undefined)
    throw new ConfigurationError(`"${url}" is not a resource; write oss://BUCKET[/KEY][?QUERY], or oss:// alone`);
  const [, bucket = '', key = ''] = /^([^/]*)\/?(.*)$/s.exec(resource) ?? [];
  if (bucket === '' && key !== '') throw new ConfigurationError(`"${url}" names a key and no bucket`);
  return {
    ...(bucket === '' ? {} : { bucket }),
    ...(key === '' ? {} : { key }),
    query: query === '' ? [] : query.split('&').map(parameterIn),
  };
}

/** `name` and `name=` are different parameters (WIRE-01). */
function parameterIn(text: string): QueryParameter {
  const sign = text.indexOf('=');
  return sign === -1 ? [decoded(text)] : [decoded(text.slice(0, sign)), decoded(text.slice(sign + 1))];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ConfigurationError(`"${text}" in the query is not percent-encoded UTF-8`);
  }
}

function headerIn(line: string): HeaderPair {
  const [, name = '', value = ''] = /^([^:]*):\s*(.*)$/s.exec(line) ?? [];
  if (!token.test(name)) throw new ConfigurationError('-H needs a header like "Content-Type: application/xml"');
  if (/\p{Cc}/u.test(value)) throw new ConfigurationError(`-H ${name} holds a control character`);
  // Each character of a header stands for one byte on the wire.
  return [name, Buffer.from(value, 'utf8').toString('latin1')];
}

/** A body is held in memory; nothing worth reproducing by hand is larger. */
const maxBodyBytes = 16 * 1024 * 1024;

function bodyIn(text: string): Uint8Array {
  if (!text.startsWith('@')) return new TextEncoder().encode(text);
  const path = text.slice(1);
  try {
    const file = statSync(path);
    if (!file.isFile()) throw new ConfigurationError(`--body ${path}: is not a regular file`);
    if (file.size > maxBodyBytes) throw new ConfigurationError(`--body ${path}: is longer than ${maxBodyBytes} bytes`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof ConfigurationError || !(error instanceof Error)) throw error;
    throw new ConfigurationError(
      `--body ${path}: cannot be read (${'code' in error ? String(error.code) : 'unknown'})`,
    );
  }
}
