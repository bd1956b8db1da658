import type { OssRequest, QueryParameter } from '../../client/request.ts';
import type { ObjectAddress } from '../objects/object-requests.ts';

/** The requests that deal with multipart uploads only, as a good client sends them. */

/** CompleteMultipartUpload with that document. */
export function completeByDocument(address: ObjectAddress, uploadId: string, xml: string): OssRequest {
  return {
    method: 'POST',
    ...address,
    query: [['uploadId', uploadId]],
    headers: [['Content-Type', 'application/xml']],
    body: new TextEncoder().encode(xml),
  };
}

/** A part as a completion names it. */
export interface NamedPart {
  readonly part: number;
  /** As the store sent it. */
  readonly etag: string;
}

/** The document of a CompleteMultipartUpload, with the parts in this order. */
export function completionOf(parts: readonly NamedPart[]): string {
  const listed = parts.map(({ part, etag }) => `<Part><PartNumber>${part}</PartNumber><ETag>${etag}</ETag></Part>`);
  return `<CompleteMultipartUpload>${listed.join('')}</CompleteMultipartUpload>`;
}

/** A page of parts begins after the marker. */
export function listPartsPage(
  address: ObjectAddress,
  uploadId: string,
  { size, marker }: { readonly size: number; readonly marker: string },
): OssRequest {
  const query: readonly QueryParameter[] = [
    ['uploadId', uploadId],
    ['max-parts', String(size)],
    ['part-number-marker', marker],
  ];
  return { method: 'GET', ...address, query, headers: [] };
}

/** The place in the listing of uploads after which a page begins. */
export interface UploadMarker {
  readonly key: string;
  readonly uploadId: string;
}

export function listMultipartUploads(bucket: string): OssRequest {
  return { method: 'GET', bucket, query: [['uploads']], headers: [] };
}

export function listUploadsAfter(bucket: string, { key, uploadId }: UploadMarker): OssRequest {
  const query: readonly QueryParameter[] = [['uploads'], ['key-marker', key], ['upload-id-marker', uploadId]];
  return { method: 'GET', bucket, query, headers: [] };
}

/** A page of uploads; the first one without a marker. */
export function listUploadsPage(bucket: string, size: number, marker: UploadMarker | null): OssRequest {
  const { query, ...request } = marker === null ? listMultipartUploads(bucket) : listUploadsAfter(bucket, marker);
  return { ...request, query: [...query, ['max-uploads', String(size)]] };
}
