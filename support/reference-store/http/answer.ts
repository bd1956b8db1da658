import type { HeaderPair } from './store-request.ts';

/**
 * How an answer reaches the caller. The store itself always sends it completely; the other ways are those of broken
 * servers (facts.md 12.2).
 */
export type Delivery =
  | 'whole'
  | 'silence' // the request is read and never answered
  | 'drop' // the connection is closed instead
  | { readonly cutAfter: number }; // that many bytes of the body, then the connection is closed

/** A body that is sent chunk by chunk. */
export interface StreamedBody extends AsyncIterable<Uint8Array> {
  /** All bytes, where they are in memory already; `null` or absent where they are not. */
  readonly whole?: Uint8Array | null;
  /** Called when a chunk has been sent, so that its memory can be released. */
  release?(chunk: Uint8Array): void;
}

export interface Answer {
  readonly status: number;
  /** `Content-Length` is added when the answer is written, unless it is set here. */
  readonly headers: readonly HeaderPair[];
  readonly body: Uint8Array | StreamedBody | null;
  readonly delivery?: Delivery;
}

export function emptyAnswer(status: number, headers: readonly HeaderPair[] = []): Answer {
  return { status, headers, body: null };
}

export function xmlAnswer(status: number, document: string): Answer {
  return { status, headers: [['Content-Type', 'application/xml']], body: Buffer.from(document) };
}
