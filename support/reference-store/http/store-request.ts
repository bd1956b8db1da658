import type { RequestBody } from './request-body.ts';

/** A header as sent: case, order and repetition are kept; the value is latin1 text. */
export type HeaderPair = readonly [name: string, value: string];

/** A query parameter, decoded. The value is absent where no `=` was written. */
export type QueryParameter = readonly [name: string, value?: string];

export type Scheme = 'http' | 'https';

/** A request as it was read from the socket. */
export interface StoreRequest {
  /** Becomes `x-oss-request-id`. */
  readonly id: string;
  readonly receivedAt: Date;
  readonly method: string;
  /** The request target, verbatim. */
  readonly target: string;
  /** The target's path, still percent-encoded. */
  readonly path: string;
  readonly query: readonly QueryParameter[];
  readonly headers: readonly HeaderPair[];
  readonly scheme: Scheme;
  /** Host and port as the caller named them; empty if it did not. */
  readonly host: string;
  readonly body: RequestBody;
}

/** All values of a header, in order. */
export function headerValues(headers: readonly HeaderPair[], name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([candidate]) => isNamed(candidate, wanted)).map(([, value]) => value);
}

/** The first value of a header. */
export function headerValue(headers: readonly HeaderPair[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([candidate]) => isNamed(candidate, wanted))?.[1];
}

/** The length tells most names apart, without a lower-case copy of each. */
function isNamed(name: string, lowerCased: string): boolean {
  return name.length === lowerCased.length && name.toLowerCase() === lowerCased;
}

/** AUTH-15: the first value of a repeated parameter counts. A parameter without `=` has the empty value. */
export function queryValue(query: readonly QueryParameter[], name: string): string | undefined {
  const found = query.find(([candidate]) => candidate === name);
  return found && (found[1] ?? '');
}
