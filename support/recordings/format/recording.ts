import type { FaultKind, FaultPhase } from '../../client/exchange.ts';
import type { RecordedBody } from './recorded-body.ts';
import type { Sealed } from './sealed-file.ts';

/** Where an exchange comes from: a store that somebody asked, the embedded reference store, or a page. */
export type ProvenanceClass = 'live' | 'reference' | 'documented';

/** The exchanges of one scenario on disk: whole, without secrets, and the same for every run against the same store. */
export interface Recording extends Sealed<'oss-conformance/recording/1'> {
  readonly provenance: Provenance;
  readonly scenario: RecordedScenario;
  /** Why the scenario cannot be replayed; `null` where it can. */
  readonly unplayable: string | null;
  readonly exchanges: readonly RecordedExchange[];
}

export interface Provenance {
  readonly class: 'live' | 'reference';
  /** The name of the target. */
  readonly target: string;
  readonly endpoint: string;
  readonly region: string;
  /** The version of the suite that recorded. */
  readonly suite: string;
  /** The day on which the store first answered so, `YYYY-MM-DD`. */
  readonly date: string;
  /** The time of every recording and of its replay, ISO 8601: dates are written as if the store had answered then. */
  readonly clock: string;
}

export interface RecordedScenario {
  readonly feature: string;
  readonly clause: string;
  readonly name: string;
  /** A digest of the scenario's steps; another one says that the scenario has changed since. */
  readonly steps: string;
}

export interface RecordedExchange {
  readonly request: RecordedRequest;
  readonly answer?: RecordedAnswer;
  /** What the wire did instead of answering whole. */
  readonly fault?: { readonly kind: FaultKind; readonly phase: FaultPhase; readonly partial?: RecordedAnswer };
}

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** `Name: value`, in order, as sent. */
  readonly headers: readonly string[];
  readonly body?: RecordedBody;
  readonly framing?: 'as-is' | 'cut-short';
}

export interface RecordedAnswer {
  readonly status: number;
  /** `Name: value`, in order, as received. */
  readonly headers: readonly string[];
  readonly body?: RecordedBody;
}
