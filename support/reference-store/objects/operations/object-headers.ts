import { invalidArgument } from '../../errors/refusal.ts';
import type { Refusal } from '../../errors/refusal.ts';
import { queryValue } from '../../http/store-request.ts';
import type { HeaderPair, QueryParameter } from '../../http/store-request.ts';
import type { ObjectRecord, StoredHeaders } from '../../storage/stored-records.ts';

const metadataPrefix = 'x-oss-meta-';

/** How the stored headers of an object are spelled in answers. */
const keptHeaders: ReadonlyMap<string, string> = new Map(
  ['Content-Type', 'Content-Encoding', 'Content-Disposition', 'Content-Language', 'Cache-Control', 'Expires'].map(
    (name) => [name.toLowerCase(), name],
  ),
);

/** User metadata may take 8 KB, names and values together. */
const mostMetadataBytes = 8 * 1024;

/** The headers that are stored with a new object. The default type is application/octet-stream. */
export function readStoredHeaders(headers: readonly HeaderPair[]): StoredHeaders | Refusal {
  const kept: Record<string, string> = { 'content-type': 'application/octet-stream' };
  let metadataBytes = 0;
  for (const [rawName, value] of headers) {
    const name = rawName.toLowerCase();
    // A name with any other character is lost on its way to the service (META-10).
    const isMetadata = /^x-oss-meta-[a-z0-9-]+$/.test(name);
    if (isMetadata) metadataBytes += name.length - metadataPrefix.length + value.length;
    if (isMetadata || keptHeaders.has(name)) kept[name] = value;
  }
  if (metadataBytes <= mostMetadataBytes) return kept;
  return invalidArgument(`The user metadata exceeds ${mostMetadataBytes} bytes.`, { name: 'x-oss-meta-*' });
}

/** The headers that GetObject and HeadObject have in common, without encryption and framing. */
export function writeObjectHeaders(record: ObjectRecord): readonly HeaderPair[] {
  const headers: HeaderPair[] = [
    ...identifyingHeaders(record),
    ['Accept-Ranges', 'bytes'],
    ['x-oss-object-type', record.type],
    ['x-oss-storage-class', record.storageClass ?? 'Standard'],
    ...crcHeader(record),
  ];
  if (record.type === 'Appendable') headers.push(['x-oss-next-append-position', String(record.size)]);
  for (const [name, value] of Object.entries(record.headers)) headers.push([keptHeaders.get(name) ?? name, value]);
  return headers;
}

/** Sent with a `304 Not Modified` too. */
export function identifyingHeaders(record: ObjectRecord): readonly HeaderPair[] {
  return [
    ['ETag', `"${record.etag}"`],
    ['Last-Modified', new Date(record.lastModified).toUTCString()],
  ];
}

/** MD5 of the whole body, if it is known. */
export function digestHeader({ contentMd5 }: Pick<ObjectRecord, 'contentMd5'>): readonly HeaderPair[] {
  return contentMd5 === null ? [] : [['Content-MD5', contentMd5]];
}

/** CRC-64 of the whole object, in the answer to a range too (GET-03). */
export function crcHeader({ crc64 }: { readonly crc64?: string | undefined }): readonly HeaderPair[] {
  return crc64 === undefined ? [] : [['x-oss-hash-crc64ecma', crc64]];
}

/** Both digests, as the answer to an upload has them. */
export function digestHeaders(record: Pick<ObjectRecord, 'contentMd5' | 'crc64'>): readonly HeaderPair[] {
  return [...digestHeader(record), ...crcHeader(record)];
}

/** Whether the query names a header of the answer. */
export function namesOverrides(query: readonly QueryParameter[]): boolean {
  return Array.from(keptHeaders.keys(), (name) => queryValue(query, `response-${name}`)).some(
    (value) => value !== undefined,
  );
}

/** The headers with those replaced that `response-…` parameters name (GetObject). */
export function overrideHeaders(
  headers: readonly HeaderPair[],
  query: readonly QueryParameter[],
): readonly HeaderPair[] | Refusal {
  let result = headers;
  for (const name of keptHeaders.keys()) {
    const value = queryValue(query, `response-${name}`);
    if (value === undefined) continue;
    // A line break here would let the author of a link add headers.
    // oxlint-disable-next-line no-control-regex
    if (/[\0-\x08\x0a-\x1f\x7f]/.test(value)) {
      return invalidArgument('The value is not valid in a header.', { name: `response-${name}` });
    }
    const latin1 = Buffer.from(value).toString('latin1');
    result = [...result.filter(([present]) => present.toLowerCase() !== name), [keptHeaders.get(name) ?? name, latin1]];
  }
  return result;
}
