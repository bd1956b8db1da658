import { Refusal } from '../../errors/refusal.ts';
import { documentedBody } from '../../http/body-behaviour.ts';
import { headerValue } from '../../http/store-request.ts';
import type { StoreRequest } from '../../http/store-request.ts';
import type { XmlElement } from '../../xml/element.ts';
import { malformedXml, readRequestDocument } from '../../xml/reading.ts';
import type { IncomingBody } from '../incoming-body.ts';
import { entityTooLarge, missingContentLength } from '../refusals.ts';

/** 1,000 keys of 1,023 bytes, percent-encoded or not, or 10,000 parts. */
const largestDocument = 4 * 1024 * 1024;

/** A list of keys or parts: larger than a bucket's configuration may be, so the operation reads it itself. */
export async function readDocument(request: StoreRequest, rootName: string): Promise<XmlElement | Refusal> {
  const bytes = await readWholeBody(request);
  if (bytes instanceof Refusal) return bytes;
  const digest = documentedBody.digest(bytes, request.headers);
  if (digest !== null) return digest;
  const root = readRequestDocument(bytes);
  return root instanceof Refusal || root.name === rootName ? root : malformedXml();
}

/** The whole of a list of keys or parts. */
export async function readWholeBody({ body }: StoreRequest): Promise<Uint8Array | Refusal> {
  if (body.announcedLength === null && !body.isChunked) return missingContentLength();
  return (await body.readWhole(largestDocument)) ?? entityTooLarge(largestDocument);
}

/** ENV-14: an upload says how long it is, or comes in chunks. */
export function incomingBody({ body, headers }: StoreRequest): IncomingBody | Refusal {
  if (body.announcedLength === null && !body.isChunked) return missingContentLength();
  return {
    chunks: body.stream(),
    isDisposable: true,
    announcedLength: body.announcedLength,
    contentMd5: headerValue(headers, 'content-md5'),
  };
}
