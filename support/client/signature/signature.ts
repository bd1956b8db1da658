import type { HeaderPair, QueryParameter } from '../request.ts';

/** How a signature came about. Evidence shows every step, so that a mismatch can be found by reading. */
export interface SignatureTrace {
  readonly version: 'v1' | 'v4';
  readonly placement: 'header' | 'url';
  readonly accessKeyId: string;
  /** `name:value\n` lines of the headers that are signed. */
  readonly canonicalHeaders: string;
  /** V1's CanonicalizedResource, e.g. `/bucket/?encryption`; for V4 the whole canonical request. */
  readonly canonical: string;
  readonly stringToSign: string;
  /** Hexadecimal; V4 only. Never written to evidence. */
  readonly signingKey: string | null;
  readonly signature: string;
}

/** What signing adds to a request, in the order it is to be written, and how the signature came about. */
export interface Signed {
  readonly headers: readonly HeaderPair[];
  readonly query: readonly QueryParameter[];
  readonly trace: SignatureTrace;
}

/**
 * The header that carries the time of a header signature, where the request does not already have one. `none` signs
 * the time but does not send it.
 */
export type DateHeader = 'Date' | 'x-oss-date' | 'none';
