import type { ShownExchange } from '../evidence/evidence.ts';

/** A call through which scenarios see the state of the store, but which does not work on this target. */
export interface BrokenInstrument {
  /** `GET ?tagging`, `HeadObject`. */
  readonly name: string;
  /** The clause that is nonconformant because of it. */
  readonly clause: string;
  readonly expected: string;
  readonly got: string;
  /** What shows that it does not work. */
  readonly exchanges: readonly ShownExchange[];
}
