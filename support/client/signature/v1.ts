import { createHmac } from 'node:crypto';
import type { Credentials } from '../credentials.ts';
import { firstValues, type HeaderPair, type OssRequest, type QueryParameter } from '../request.ts';
import { httpDate, unixSeconds } from './dates.ts';
import { canonicalHeaderLines, isOssHeader, signableHeaders } from './headers.ts';
import type { DateHeader, Signed, SignatureTrace } from './signature.ts';
import { signedParameterNames, subResourceNames } from '../../oss-api/query-parameters.ts';

export interface V1HeaderOptions {
  /** The time to sign, unless the request already has `Date` or `x-oss-date`. */
  readonly at: Date;
  /** `Date` by default. */
  readonly dateHeader?: DateHeader;
}

export interface V1UrlOptions {
  readonly at: Date;
  /** Validity of the URL in seconds, unless the request already has `Expires`. */
  readonly expiresIn: number;
}

/** `Authorization: OSS <AccessKeyId>:<Signature>` (AUTH-01…08). What the request already has is kept and signed. */
export function signV1Header(request: OssRequest, credentials: Credentials, options: V1HeaderOptions): Signed {
  const headers = signableHeaders(request.headers);
  const added = addMissing(headers, credentials, options);
  // AUTH-08: x-oss-date wins over Date.
  const date = headers.get('x-oss-date') ?? headers.get('date') ?? '';
  const trace = sign(request, request.query, headers, date, 'header', credentials);
  const authorization: HeaderPair = ['Authorization', `OSS ${credentials.accessKeyId}:${trace.signature}`];
  return { headers: [...added, authorization], query: [], trace };
}

/** A signed URL: `OSSAccessKeyId`, `Expires`, `Signature` and, for STS, `security-token` (AUTH-13, AUTH-34). */
export function signV1Url(request: OssRequest, credentials: Credentials, options: V1UrlOptions): Signed {
  const given = firstValues(request.query);
  const expires = given.get('Expires') ?? String(unixSeconds(options.at) + options.expiresIn);
  const added: QueryParameter[] = [];
  if (!given.has('OSSAccessKeyId')) added.push(['OSSAccessKeyId', credentials.accessKeyId]);
  if (!given.has('Expires')) added.push(['Expires', expires]);
  if (credentials.securityToken !== undefined && !given.has('security-token'))
    added.push(['security-token', credentials.securityToken]);
  const headers = signableHeaders(request.headers);
  const trace = sign(request, [...request.query, ...added], headers, expires, 'url', credentials);
  return { headers: [], query: [...added, ['Signature', trace.signature]], trace };
}

/** Adds the missing headers of a signed request to the headers to sign, and returns them. */
function addMissing(
  headers: Map<string, string>,
  credentials: Credentials,
  { at, dateHeader = 'Date' }: V1HeaderOptions,
): HeaderPair[] {
  const added: HeaderPair[] = [];
  if (dateHeader !== 'none' && !headers.has('date') && !headers.has('x-oss-date'))
    added.push([dateHeader, httpDate(at)]);
  if (credentials.securityToken !== undefined && !headers.has('x-oss-security-token'))
    added.push(['x-oss-security-token', credentials.securityToken]);
  for (const [name, value] of added) headers.set(name.toLowerCase(), value);
  return added;
}

function sign(
  request: OssRequest,
  query: readonly QueryParameter[],
  headers: ReadonlyMap<string, string>,
  dateLine: string,
  placement: 'header' | 'url',
  { accessKeyId, accessKeySecret }: Credentials,
): SignatureTrace {
  const canonicalHeaders = canonicalHeaderLines(headers, [...headers.keys()].filter(isOssHeader));
  const canonical = canonicalResource(request, query);
  const content = `${headers.get('content-md5') ?? ''}\n${headers.get('content-type') ?? ''}`;
  const stringToSign = `${request.method}\n${content}\n${dateLine}\n${canonicalHeaders}${canonical}`;
  const signature = createHmac('sha1', accessKeySecret).update(stringToSign).digest('base64');
  return {
    version: 'v1',
    placement,
    accessKeyId,
    canonicalHeaders,
    canonical,
    stringToSign,
    signingKey: null,
    signature,
  };
}

/** `/bucket/key?sub&sub=value`: never percent-encoded, the same for both addressing styles (AUTH-04, 07, 44). */
function canonicalResource({ bucket, key = '' }: OssRequest, query: readonly QueryParameter[]): string {
  const resource = bucket === undefined ? `/${key}` : `/${bucket}/${key}`;
  const values = firstValues(query);
  const names = [...values.keys()].filter(isSignedSubResource).toSorted();
  if (names.length === 0) return resource;
  // WIRE-01: `?encryption=` is signed as `?encryption`.
  const parts = names.map((name) => {
    const value = values.get(name) ?? '';
    return value === '' ? name : `${name}=${value}`;
  });
  return `${resource}?${parts.join('&')}`;
}

const signedNames: ReadonlySet<string> = new Set([...subResourceNames, ...signedParameterNames]);

/** Whether V1 signs a query parameter. Names that start with `x-oss-` are signed too, all others are ignored (AUTH-06). */
function isSignedSubResource(name: string): boolean {
  return signedNames.has(name) || name.startsWith('x-oss-');
}
