import type { Call } from '../pipeline/call.ts';
import type { HeaderPair } from '../http/store-request.ts';
import { writeErrorDocument } from './envelope.ts';
import type { Refusal } from './refusal.ts';

export interface ErrorDocument {
  readonly contentType: string;
  readonly text: string;
}

/** How a refusal is sent to the caller. */
export interface ErrorsBehaviour {
  /** The refusal to send; as documented, the one that was decided. */
  readonly refusal: (refusal: Refusal, call: Call) => Refusal;
  readonly document: (refusal: Refusal, requestId: string, host: string) => ErrorDocument;
  /** Headers in addition to `Content-Type`. */
  readonly headers: (refusal: Refusal, document: ErrorDocument, call: Call) => readonly HeaderPair[];
}

export const documentedErrors: ErrorsBehaviour = {
  refusal: (refusal) => refusal,

  document: (refusal, requestId, host) => ({
    contentType: 'application/xml',
    text: writeErrorDocument(refusal, requestId, host),
  }),

  headers(refusal, document, { request }) {
    const headers: HeaderPair[] = [...refusal.headers];
    if (refusal.ec !== null) headers.push(['x-oss-ec', refusal.ec]);
    // ENV-08: an answer to HEAD has no body to carry the document.
    if (request.method === 'HEAD') headers.push(['x-oss-err', Buffer.from(document.text).toString('base64')]);
    return headers;
  },
};
