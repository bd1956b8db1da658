import type { ShownExchange } from '../evidence/evidence.ts';

/**
 * Why a scenario ends before its last step: the five findings. A step throws one of them; any other exception is our
 * own fault, never the store's.
 */

/** The store answered, and the answer contradicts the clause. Both parts are words without ids. */
export class Nonconformance extends Error {
  override readonly name = 'Nonconformance';
  readonly got: string;
  constructor(expected: string, got: string) {
    super(`expected ${expected}, got ${got}`);
    this.got = got;
  }
}

/** A call through which scenarios see the state of the store, but which does not work on this target. */
export interface BrokenInstrument {
  /** As `nameOfCall` names it: `HEAD of an object`. */
  readonly name: string;
  /** The clause that is nonconformant because of it. */
  readonly clause: string;
  readonly expected: string;
  readonly got: string;
  /** What shows that it does not work. */
  readonly exchanges: readonly ShownExchange[];
}

/**
 * The scenario looks through an instrument that does not work on this target. Only a probe at the start of the run says
 * so, never a fault of the environment.
 */
export class Blocked extends Error {
  override readonly name = 'Blocked';
  readonly instrument: BrokenInstrument;
  constructor(instrument: BrokenInstrument) {
    super(`${instrument.name} does not work here: got ${instrument.got} (${instrument.clause})`);
    this.instrument = instrument;
  }
}

/** There is no verdict: the environment failed, or a preparing step did not succeed. */
export class Inconclusive extends Error {
  override readonly name = 'Inconclusive';
}

/** This run does not have what the clause needs. */
export class Untested extends Error {
  override readonly name = 'Untested';
}

/** The target declares that it lacks the capability the clause needs. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}
