import { isUtf8 } from 'node:buffer';

/** Far above any document of OSS; what is longer is an object's content. */
const longestDocument = 256 * 1024;

/** A body as text; `null` for one that is no text, or too long to be a document. */
export function readableText(body: Uint8Array): string | null {
  return body.length <= longestDocument && isUtf8(body) ? Buffer.from(body).toString() : null;
}
