import type { HeaderPair, WireRequest } from './request.ts';
import type { SignatureTrace } from './signature/signature.ts';

/** The raw answer of a store. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly HeaderPair[];
  readonly body: Uint8Array;
}

/** What went wrong on the wire, in an operator's words. */
export type FaultKind =
  | 'dns' // the endpoint's name does not resolve
  | 'refused' // nothing listens
  | 'tls' // the certificate or the handshake is bad
  | 'reset' // the connection closed before the answer was complete
  | 'timeout' // a deadline passed
  | 'too-large' // the answer exceeds the cap on header or body bytes
  | 'malformed'; // the answer is not HTTP

/** How far the exchange got before it failed. */
export type FaultPhase = 'connect' | 'headers' | 'body';

export interface WireFault {
  readonly kind: FaultKind;
  readonly phase: FaultPhase;
  /** One line for people, without secrets. */
  readonly message: string;
}

/** One request and its answer or its fault. Every verdict rests on exchanges. */
export interface Exchange {
  readonly request: WireRequest;
  /** `null` for an unsigned request. */
  readonly signature: SignatureTrace | null;
  readonly outcome: { readonly answer: Answer } | { readonly fault: WireFault; readonly partial: Answer | null };
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly durationMs: number;
}
