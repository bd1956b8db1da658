import { isUtf8 } from 'node:buffer';

import { trimWhitespace, type HeaderPair } from '../request.ts';

/**
 * A request's headers as signatures read them, by lower-case name: trimmed, and repeated headers joined with commas
 * (the documentation is silent on repetition; RFC 9110 5.3 combines them like this). `additional` are the lower-case
 * names of further headers that V4 signs.
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
 * Header values are latin1 text, one character for each byte on the wire, but signatures cover UTF-8 (AUTH-10): the
 * bytes are read as UTF-8, so that the hash of the string to sign covers the bytes that are sent. Bytes that are not
 * UTF-8 stay latin1.
 */
function textOfHeaderValue(value: string): string {
  if (onlyAscii.test(value)) return value;
  const bytes = Buffer.from(value, 'latin1');
  return bytes.toString('latin1') === value && isUtf8(bytes) ? bytes.toString('utf8') : value;
}

// oxlint-disable-next-line no-control-regex -- every ASCII character, control characters included
const onlyAscii = /^[\x00-\x7f]*$/;
