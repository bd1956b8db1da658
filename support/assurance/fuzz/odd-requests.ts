import {
  array,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  record,
  string,
  tuple,
  uint8Array,
  type Arbitrary,
} from 'fast-check';
import type { HeaderPair, OssRequest, QueryParameter } from '../../client/request.ts';

/** Any text that UTF-8 can carry, and much of what breaks encoders: escapes, dots, plus signs, controls, other scripts. */
export const oddText: Arbitrary<string> = oneof(
  string({ unit: 'binary', maxLength: 12 }),
  string({ unit: 'grapheme-ascii', maxLength: 12 }),
  string({
    unit: constantFrom(
      '/',
      '//',
      '..',
      '.',
      '%',
      '%2F',
      '%25',
      '+',
      ' ',
      '&',
      '=',
      '?',
      '#',
      ';',
      ':',
      '~',
      '\\',
      '\n',
      '\0',
      '\u{feff}',
      '中',
      '😀',
    ),
    maxLength: 8,
  }),
);

/** A possible object key. With an empty one, the request would be for the bucket. */
const key = oddText.filter((text) => text !== '');

const queryName = oneof(
  constantFrom(
    'encryption',
    'acl',
    'uploads',
    'versionId',
    'response-content-type',
    'x-oss-process',
    'x-oss-ac-source-ip',
    'prefix',
    'marker',
    'callback',
    'callback-var',
  ),
  oddText.filter((text) => text !== ''),
);

/** Names with a meaning for authentication are left to authentication. */
const authenticationParameters =
  /^(?:OSSAccessKeyId|Expires|Signature|security-token|x-oss-(?:signature|signature-version|credential|date|expires|additional-headers|security-token))$/;

const query: Arbitrary<QueryParameter[]> = array(
  tuple(queryName, option(oddText, { nil: undefined })).map(([name, value]): QueryParameter =>
    value === undefined ? [name] : [name, value],
  ),
  { maxLength: 5 },
).map((parameters) => parameters.filter(([name]) => !authenticationParameters.test(name)));

/**
 * What a header value may be on the wire: any byte but controls, as latin1 text; also text in UTF-8, also with spaces
 * around it.
 */
export const headerText: Arbitrary<string> = oneof(
  uint8Array({ maxLength: 12 }).map((bytes) =>
    Buffer.from(bytes.filter((byte) => byte === 9 || (byte >= 32 && byte !== 127))).toString('latin1'),
  ),
  string({ unit: 'grapheme', maxLength: 8 }).map((text) =>
    Buffer.from(text.replaceAll(/\p{Cc}/gu, '')).toString('latin1'),
  ),
  constantFrom('', ' ', '\t x \t', '\u00a0', '\u00c2\u00a0', 'a, b', 'a:b'),
);

const headerLetters = string({
  unit: constantFrom('a', 'b', 'Z', '0', '-', '_', '.', '!', '~', "'", '`', '|'),
  minLength: 1,
  maxLength: 6,
});

const headerName = oneof(
  constantFrom(
    'x-oss-meta-a',
    'X-Oss-Meta-B',
    'x-oss-object-acl',
    'x-oss-meta-',
    'Content-Type',
    'content-md5',
    'Cache-Control',
    'X-Other',
  ),
  headerLetters.map((name) => `x-oss-${name}`),
  headerLetters.map((name) => `other-${name}`),
).filter((name) => !/^x-oss-(?:date|content-sha256|security-token)$/i.test(name));

const headers: Arbitrary<HeaderPair[]> = array(tuple(headerName, headerText), { maxLength: 6 }).map(once);

/** Content-Type and Content-MD5 occur at most once: a second one has no meaning. */
function once(pairs: readonly HeaderPair[]): HeaderPair[] {
  const seen = new Set<string>();
  return pairs.filter(([name]) => {
    const lowerCased = name.toLowerCase();
    if (!lowerCased.startsWith('content-')) return true;
    return !seen.has(lowerCased) && seen.add(lowerCased);
  });
}

/** Requests for a service, a bucket or an object, as odd as HTTP allows. */
export const oddRequest: Arbitrary<OssRequest> = oneof(
  record({ method: constant('GET'), query, headers }),
  record({
    method: constantFrom('GET', 'PUT', 'DELETE', 'HEAD', 'POST'),
    bucket: constant('bucket-1'),
    query,
    headers,
  }),
  record({
    method: constantFrom('GET', 'PUT', 'DELETE', 'HEAD', 'POST'),
    bucket: constant('bucket-1'),
    key,
    query,
    headers,
  }),
);

/** A secret is bytes to the code that hashes it. */
export const oddSecret = string({ unit: 'binary', minLength: 1, maxLength: 40 });

export const momentsInThisCentury = integer({ min: Date.UTC(2000), max: Date.UTC(2099) }).map((time) => new Date(time));
