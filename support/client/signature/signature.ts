import type { HeaderPair, QueryParameter } from '../request.ts';

/** The steps of a signature. Evidence shows them, so that a mismatch can be found by reading. */
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

/** What signing adds to a request, in the order on the wire, and the steps of the signature. */
export interface Signed {
  readonly headers: readonly HeaderPair[];
  readonly query: readonly QueryParameter[];
  readonly trace: SignatureTrace;
}

/**
 * The header for the time of a header signature, if the request does not have one yet. `none` signs the time but does
 * not send it.
 */
export type DateHeader = 'Date' | 'x-oss-date' | 'none';
