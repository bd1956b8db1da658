import { isUtf8 } from 'node:buffer';

import { trimWhitespace, type HeaderPair } from '../request.ts';

/**
 * What the signatures can read of a request's headers, by lower-cased name: trimmed, and a repeated header folded into
 * one value with commas (the documentation is silent on repetition; RFC 9110 5.3 combines so). `additional` are the
 * lower-cased names of others that V4 is to sign.
 */
export function signableHeaders(
  headers: readonly HeaderPair[],
  additional: readonly string[] = [],
): Map<string, string> {
  const byName = new Map<string, string>();
  for (const [name, value] of headers) {
    const lowerCased = name.toLowerCase();
    if (!isAlwaysRead(lowerCased) && !additional.includes(lowerCased)) continue;
    const earlier = byName.get(lowerCased);
    const text = textOfHeaderValue(trimWhitespace(value));
    byName.set(lowerCased, earlier === undefined ? text : `${earlier},${text}`);
  }
  return byName;
}

/** `name:value\n` for each of the names, sorted (AUTH-03, AUTH-22). */
export function canonicalHeaderLines(headers: ReadonlyMap<string, string>, names: readonly string[]): string {
  let lines = '';
  for (const name of names.toSorted()) lines += `${name}:${headers.get(name) ?? ''}\n`;
  return lines;
}

function isAlwaysRead(name: string): boolean {
  return isOssHeader(name) || name === 'content-type' || name === 'content-md5' || name === 'date';
}

export function isOssHeader(lowerCasedName: string): boolean {
  return lowerCasedName.startsWith('x-oss-');
}

/**
 * Header values are latin1 text, one character for each byte on the wire, but what is signed is UTF-8 (AUTH-10): the
 * bytes are read as UTF-8, so that hashing the string to sign hashes the bytes that are sent. Bytes that are not UTF-8
 * stay latin1.
 */
function textOfHeaderValue(value: string): string {
  if (onlyAscii.test(value)) return value;
  const bytes = Buffer.from(value, 'latin1');
  return bytes.toString('latin1') === value && isUtf8(bytes) ? bytes.toString('utf8') : value;
}

// oxlint-disable-next-line no-control-regex -- every ASCII character, control characters included
const onlyAscii = /^[\x00-\x7f]*$/;
