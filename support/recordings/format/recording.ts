import type { FaultKind, FaultPhase } from '../../client/exchange.ts';
import type { Document } from './document.ts';
import type { RecordedBody } from './recorded-body.ts';

/** Where an exchange comes from: a store of the user, the embedded reference store, or a page. */
export type ProvenanceClass = 'live' | 'reference' | 'documented';

/** The recordings of one clause: complete, without secrets, and the same for every run against the same store. */
export interface Recording extends Document<'oss-conformance/recording/2'> {
  readonly clause: string;
  readonly provenance: Provenance;
  /** Ordered by the digest of their steps: a new title or another order of the feature moves none of them. */
  readonly scenarios: readonly RecordedScenario[];
}

export interface Provenance {
  readonly class: 'live' | 'reference';
  /** The name of the target. */
  readonly target: string;
  readonly endpoint: string;
  readonly region: string;
  /** The version of the suite that recorded. */
  readonly suite: string;
  /** The time of every recording and of its replay, ISO 8601: dates are written as if the store had answered then. */
  readonly clock: string;
}

export interface RecordedScenario extends RecordedConversation {
  readonly title: string;
  /** Of the clause, the provenance and the rest of the scenario but its title: only an edit of those is noticed. */
  readonly digest: string;
  /** The day on which the store first gave these answers, `YYYY-MM-DD`. */
  readonly date: string;
}

export interface RecordedConversation {
  /** A digest of the scenario's steps; another one says that the scenario has changed. */
  readonly steps: string;
  /** Why the scenario cannot be replayed; `null` where it can. */
  readonly unplayable: string | null;
  readonly exchanges: readonly RecordedExchange[];
}

export interface RecordedExchange {
  readonly request: RecordedRequest;
  readonly answer?: RecordedAnswer;
  /** What happened on the wire instead of a complete answer. */
  readonly fault?: { readonly kind: FaultKind; readonly phase: FaultPhase; readonly partial?: RecordedAnswer };
}

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** `Name: value`, in order, as sent. */
  readonly headers: readonly string[];
  readonly body?: RecordedBody;
  readonly framing?: 'as-is' | 'cut-short' | 'late-end';
}

export interface RecordedAnswer {
  readonly status: number;
  /** `Name: value`, in order, as received. */
  readonly headers: readonly string[];
  readonly body?: RecordedBody;
}
