import { headerValue, type HeaderPair, type OssRequest, type QueryParameter } from '../../client/request.ts';
import { contentMd5 } from '../conversation/requests.ts';

/** The requests about objects, as a good client sends them. */

/** An object's address. */
export interface ObjectAddress {
  readonly bucket: string;
  readonly key: string;
}

/** Bytes of an object, both ends included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

const contentType: HeaderPair = ['Content-Type', 'application/octet-stream'];

/** A Content-Type is sent only once: stores disagree on which of two counts, and so on what V1 signs. */
function withContentType(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  return headerValue(headers, 'content-type') === undefined ? [contentType, ...headers] : headers;
}

export function putObject(
  { bucket, key }: ObjectAddress,
  body: Uint8Array,
  headers: readonly HeaderPair[] = [],
): OssRequest {
  return { method: 'PUT', bucket, key, query: [], headers: withContentType(headers), body };
}

export function getObject({ bucket, key }: ObjectAddress): OssRequest {
  return { method: 'GET', bucket, key, query: [], headers: [] };
}

export function headObject({ bucket, key }: ObjectAddress): OssRequest {
  return { method: 'HEAD', bucket, key, query: [], headers: [] };
}

export function getObjectMeta(address: ObjectAddress): OssRequest {
  return { method: 'HEAD', ...address, query: [['objectMeta']], headers: [] };
}

export function deleteObject({ bucket, key }: ObjectAddress): OssRequest {
  return { method: 'DELETE', bucket, key, query: [], headers: [] };
}

/** DeleteMultipleObjects; the page requires the Content-MD5. */
export function deleteObjects(bucket: string, xml: string): OssRequest {
  const body = new TextEncoder().encode(xml);
  const headers: HeaderPair[] = [
    ['Content-Type', 'application/xml'],
    ['Content-MD5', contentMd5(body)],
  ];
  return { method: 'POST', bucket, query: [['delete']], headers, body };
}

/** Up to 1,000 objects, names percent-encoded. */
export function listObjects(bucket: string): OssRequest {
  const query: QueryParameter[] = [
    ['encoding-type', 'url'],
    ['max-keys', '1000'],
  ];
  return { method: 'GET', bucket, query, headers: [] };
}

export function appendObject(
  { bucket, key }: ObjectAddress,
  body: Uint8Array,
  position: number,
  headers: readonly HeaderPair[] = [],
): OssRequest {
  const query: QueryParameter[] = [['append'], ['position', String(position)]];
  return { method: 'POST', bucket, key, query, headers: withContentType(headers), body };
}

export function copyObject(source: ObjectAddress, { bucket, key }: ObjectAddress): OssRequest {
  return { method: 'PUT', bucket, key, query: [], headers: [copySource(source)] };
}

export function initiateMultipartUpload({ bucket, key }: ObjectAddress): OssRequest {
  return { method: 'POST', bucket, key, query: [['uploads']], headers: [contentType] };
}

/** Part numbers begin with 1. */
export function uploadPart(address: ObjectAddress, uploadId: string, part: number, body: Uint8Array): OssRequest {
  return { method: 'PUT', ...address, query: partQuery(uploadId, part), headers: [], body };
}

export function uploadPartCopy(
  address: ObjectAddress,
  uploadId: string,
  part: number,
  source: ObjectAddress,
  /** Copies the whole source without it. */
  range: ByteRange | null = null,
): OssRequest {
  const headers: HeaderPair[] = [copySource(source)];
  if (range !== null) headers.push(['x-oss-copy-source-range', `bytes=${range.first}-${range.last}`]);
  return { method: 'PUT', ...address, query: partQuery(uploadId, part), headers };
}

export function listParts(address: ObjectAddress, uploadId: string): OssRequest {
  return { method: 'GET', ...address, query: [['uploadId', uploadId]], headers: [] };
}

export function abortMultipartUpload(address: ObjectAddress, uploadId: string): OssRequest {
  return { method: 'DELETE', ...address, query: [['uploadId', uploadId]], headers: [] };
}

/** `etags` are the ETags of the parts from the store, in order. */
export function completeMultipartUpload(
  address: ObjectAddress,
  uploadId: string,
  etags: readonly string[],
): OssRequest {
  const parts = etags.map((etag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${etag}</ETag></Part>`).join('');
  const body = new TextEncoder().encode(`<CompleteMultipartUpload>${parts}</CompleteMultipartUpload>`);
  return {
    method: 'POST',
    ...address,
    query: [['uploadId', uploadId]],
    headers: [['Content-Type', 'application/xml']],
    body,
  };
}

/** A form upload; its fields carry the policy and the signature, so that it is sent unsigned. */
export function postObject(
  { bucket, key }: ObjectAddress,
  content: Uint8Array,
  fields: readonly HeaderPair[],
): OssRequest {
  return {
    method: 'POST',
    bucket,
    query: [],
    headers: [['Content-Type', `multipart/form-data; boundary=${formBoundary}`]],
    body: formData([['key', key], ...fields], content),
  };
}

const formBoundary = 'oss-conformance-form-boundary';

/** RFC 7578; OSS wants the file to be the last part. */
function formData(fields: readonly HeaderPair[], content: Uint8Array): Uint8Array {
  const parts = fields.map(
    ([name, value]) => `--${formBoundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${formBoundary}\r\nContent-Disposition: form-data; name="file"; filename="file"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return Buffer.concat([Buffer.from(parts.join('') + file), content, Buffer.from(`\r\n--${formBoundary}--\r\n`)]);
}

function partQuery(uploadId: string, part: number): readonly QueryParameter[] {
  return [
    ['partNumber', String(part)],
    ['uploadId', uploadId],
  ];
}

function copySource({ bucket, key }: ObjectAddress): HeaderPair {
  return ['x-oss-copy-source', `/${bucket}/${encodeURIComponent(key)}`];
}
