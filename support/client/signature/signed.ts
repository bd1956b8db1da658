import type { HeaderPair, QueryParameter } from '../request.ts';
import type { SignatureTrace } from './trace.ts';

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
