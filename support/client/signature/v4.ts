import { hash } from 'node:crypto';
import type { Credentials } from '../credentials.ts';
import { firstValues, type HeaderPair, type OssRequest, type QueryParameter } from '../request.ts';
import { httpDate, isoBasicDate } from './dates.ts';
import { percentEncode, percentEncodePath } from './encoding.ts';
import { canonicalHeaderLines, isOssHeader, signableHeaders } from './headers.ts';
import type { DateHeader, Signed, SignatureTrace } from './signature.ts';
import { scopeText, signingKey, type CredentialScope } from './signing-key.ts';

interface V4Options {
  /** The time to sign, unless the request already carries one. */
  readonly at: Date;
  readonly region: string;
  /** `oss` by default. */
  readonly product?: string;
  /** Headers to sign beyond the default ones, in any case; those that are absent or signed anyway are dropped. */
  readonly additionalHeaders?: readonly string[];
  /** Headers that are named among the additional ones although the request has no such header, to try what is refused. */
  readonly absentHeaders?: readonly string[];
  /** Parts of the credential scope that differ from those of the request. */
  readonly scope?: Partial<CredentialScope>;
}

export interface V4HeaderOptions extends V4Options {
  /** `x-oss-date` by default. */
  readonly dateHeader?: DateHeader;
}

export interface V4UrlOptions extends V4Options {
  /** Validity of the URL in seconds, unless the request already has `x-oss-expires`. */
  readonly expiresIn: number;
  /** Parameters to leave out, neither signed nor sent, for incomplete URLs. */
  readonly leaveOut?: readonly string[];
}

const algorithm = 'OSS4-HMAC-SHA256';
/** The only payload hash that OSS documents (AUTH-24). */
const unsignedPayload = 'UNSIGNED-PAYLOAD';

/**
 * `Authorization: OSS4-HMAC-SHA256 Credential=…,Signature=…` (AUTH-18…30). What the request already has is kept and
 * signed; a `Date` without `x-oss-date` is the timestamp, verbatim (section 12.1, ossutil).
 */
export function signV4Header(request: OssRequest, credentials: Credentials, options: V4HeaderOptions): Signed {
  const wanted = additionalNames(options);
  const headers = signableHeaders(request.headers, wanted);
  const added = addMissing(headers, credentials, options);
  const timestamp = headers.get('x-oss-date') ?? headers.get('date') ?? isoBasicDate(options.at);
  const scope = scopeOf(timestamp, options);
  const additional = namedHeaders(wanted, headers, options);
  const trace = sign({ request, query: request.query, headers, additional, timestamp, scope }, 'header', credentials);
  const credential = `Credential=${credentials.accessKeyId}/${scopeText(scope)}`;
  const alsoSigned = additional.length === 0 ? '' : `,AdditionalHeaders=${additional.join(';')}`;
  const authorization = `${algorithm} ${credential}${alsoSigned},Signature=${trace.signature}`;
  return { headers: [...added, ['Authorization', authorization]], query: [], trace };
}

/** A signed URL: `x-oss-signature-version`, `x-oss-credential`, … and `x-oss-signature` (AUTH-31, AUTH-32). */
export function signV4Url(request: OssRequest, credentials: Credentials, options: V4UrlOptions): Signed {
  const wanted = additionalNames(options);
  const headers = signableHeaders(request.headers, wanted);
  const additional = namedHeaders(wanted, headers, options);
  const given = firstValues(request.query);
  const timestamp = given.get('x-oss-date') ?? isoBasicDate(options.at);
  const scope = scopeOf(timestamp, options);
  const authentication: QueryParameter[] = [
    ['x-oss-signature-version', algorithm],
    ['x-oss-credential', `${credentials.accessKeyId}/${scopeText(scope)}`],
    ['x-oss-date', timestamp],
    ['x-oss-expires', String(options.expiresIn)],
  ];
  if (additional.length > 0) authentication.push(['x-oss-additional-headers', additional.join(';')]);
  if (credentials.securityToken !== undefined) authentication.push(['x-oss-security-token', credentials.securityToken]);
  const { leaveOut = [] } = options;
  const added = authentication.filter(([name]) => !given.has(name) && !leaveOut.includes(name));
  const query = [...request.query, ...added];
  const trace = sign({ request, query, headers, additional, timestamp, scope }, 'url', credentials);
  return { headers: [], query: [...added, ['x-oss-signature', trace.signature]], trace };
}

/** Adds the missing headers of a signed request to the headers to sign, and returns them. */
function addMissing(
  headers: Map<string, string>,
  credentials: Credentials,
  { at, dateHeader = 'x-oss-date' }: V4HeaderOptions,
): HeaderPair[] {
  const added: HeaderPair[] = [];
  if (dateHeader !== 'none' && !headers.has('x-oss-date') && !headers.has('date'))
    added.push([dateHeader, dateHeader === 'Date' ? httpDate(at) : isoBasicDate(at)]);
  if (!headers.has('x-oss-content-sha256')) added.push(['x-oss-content-sha256', unsignedPayload]);
  if (credentials.securityToken !== undefined && !headers.has('x-oss-security-token'))
    added.push(['x-oss-security-token', credentials.securityToken]);
  for (const [name, value] of added) headers.set(name.toLowerCase(), value);
  return added;
}

/** The day of the scope is that of the timestamp. If the timestamp is unreadable, the clock decides. */
function scopeOf(timestamp: string, { at, region, product = 'oss', scope }: V4Options): CredentialScope {
  return { day: dayOf(timestamp, at), region, product, terminator: 'aliyun_v4_request', ...scope };
}

function dayOf(timestamp: string, at: Date): string {
  if (/^\d{8}T/.test(timestamp)) return timestamp.slice(0, 8);
  const date = new Date(timestamp);
  return isoBasicDate(Number.isNaN(date.getTime()) ? at : date).slice(0, 8);
}

/** AUTH-22: signed whenever they are present. */
function isSignedByDefault(name: string): boolean {
  return isOssHeader(name) || name === 'content-type' || name === 'content-md5';
}

/** AUTH-23: lower-cased and sorted, without those that are signed anyway. */
function additionalNames({ additionalHeaders = [] }: V4Options): string[] {
  if (additionalHeaders.length === 0) return [];
  const names = new Set(additionalHeaders.map((name) => name.toLowerCase()));
  return [...names].filter((name) => !isSignedByDefault(name)).toSorted();
}

/** AUTH-23: those that the request has, unless it is to be wrong. */
function namedHeaders(
  wanted: readonly string[],
  headers: ReadonlyMap<string, string>,
  { absentHeaders = [] }: V4Options,
): readonly string[] {
  const present = wanted.filter((name) => headers.has(name));
  return absentHeaders.length === 0 ? present : [...present, ...absentHeaders].toSorted();
}

interface CanonicalParts {
  readonly request: OssRequest;
  readonly query: readonly QueryParameter[];
  readonly headers: ReadonlyMap<string, string>;
  readonly additional: readonly string[];
  readonly timestamp: string;
  readonly scope: CredentialScope;
}

function sign(
  { request, query, headers, additional, timestamp, scope }: CanonicalParts,
  placement: 'header' | 'url',
  { accessKeyId, accessKeySecret }: Credentials,
): SignatureTrace {
  const signedNames = additional.filter((name) => headers.has(name));
  for (const name of headers.keys()) if (isSignedByDefault(name)) signedNames.push(name);
  const canonicalHeaders = canonicalHeaderLines(headers, signedNames);
  const payload = headers.get('x-oss-content-sha256') ?? unsignedPayload;
  const resource = `${request.method}\n${canonicalUri(request)}\n${canonicalQuery(query)}`;
  // AUTH-19: the header lines end in a line feed, so that an empty line always follows them.
  const canonical = [resource, canonicalHeaders, additional.join(';'), payload].join('\n');
  const stringToSign = [algorithm, timestamp, scopeText(scope), hash('sha256', canonical)].join('\n');
  const { hmac, hex } = signingKey(accessKeySecret, scope);
  return {
    version: 'v4',
    placement,
    accessKeyId,
    canonicalHeaders,
    canonical,
    stringToSign,
    signingKey: hex,
    signature: hmac.of(stringToSign),
  };
}

/** Always with the bucket, even if the host names it already (AUTH-20). */
function canonicalUri({ bucket, key = '' }: OssRequest): string {
  return percentEncodePath(bucket === undefined ? `/${key}` : `/${bucket}/${key}`);
}

/** Every parameter, sorted once encoded; without a value, or with an empty one, the name alone (AUTH-21, WIRE-01). */
function canonicalQuery(query: readonly QueryParameter[]): string {
  const encoded = query.map(([name, value = '']) => [percentEncode(name), percentEncode(value)] as const);
  encoded.sort(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue));
  let text = '';
  for (const [name, value] of encoded) text += value === '' ? `&${name}` : `&${name}=${value}`;
  return text.slice(1);
}

/** Encoded texts are ASCII, so that code units compare as bytes. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
