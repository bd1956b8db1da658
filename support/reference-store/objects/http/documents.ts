import { Refusal } from '../../errors/refusal.ts';
import { documentedBody } from '../../http/body-behaviour.ts';
import type { StoreRequest } from '../../http/store-request.ts';
import type { XmlElement } from '../../xml/element.ts';
import { XmlFault, readXmlDocument } from '../../xml/reading.ts';
import { malformedXml } from '../../xml/refusals.ts';
import { entityTooLarge, missingContentLength } from '../refusals.ts';

/** 1,000 keys of 1,023 bytes, percent-encoded or not, or 10,000 parts. */
const largestDocument = 4 * 1024 * 1024;

/** A list of keys or parts: larger than a bucket's configuration may be, so the operation reads it itself. */
export async function readDocument(request: StoreRequest, rootName: string): Promise<XmlElement | Refusal> {
  const { body, headers } = request;
  if (body.announcedLength === null && !body.isChunked) return missingContentLength();
  const bytes = await body.readWhole(largestDocument);
  if (bytes === null) return entityTooLarge(largestDocument);
  const digest = documentedBody.digest(bytes, headers);
  if (digest !== null) return digest;
  try {
    const root = readXmlDocument(bytes);
    return root.name === rootName ? root : malformedXml();
  } catch (error) {
    if (error instanceof XmlFault) return malformedXml();
    throw error;
  }
}
