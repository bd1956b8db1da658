import type { BrokenInstrument } from './broken-instrument.ts';
import type { ReasonedVerdict } from './verdict.ts';

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

/** The verdict on a clause that follows from how its scenario ended. `null` is a scenario that ran to its last step. */
export function verdictOfEnding(thrown: unknown, clause: string | null = null): ReasonedVerdict {
  if (thrown === null) return { verdict: 'conformant', reason: null };
  if (thrown instanceof Nonconformance) return { verdict: 'nonconformant', reason: thrown.message };
  if (thrown instanceof Blocked) return verdictBehind(thrown, clause);
  if (thrown instanceof Inconclusive) return { verdict: 'inconclusive', reason: thrown.message };
  if (thrown instanceof Untested) return { verdict: 'untested', reason: thrown.message };
  if (thrown instanceof Unsupported) return { verdict: 'unsupported', reason: thrown.message };
  return {
    verdict: 'harness-error',
    reason: thrown instanceof Error ? firstLine(thrown.message) : 'a step threw no Error',
  };
}

/** The clause that a broken instrument belongs to is not blocked by it: the probe has judged it. */
function verdictBehind({ instrument, message }: Blocked, clause: string | null): ReasonedVerdict {
  const { clause: blockedBy, expected, got } = instrument;
  if (blockedBy === clause) return { verdict: 'nonconformant', reason: new Nonconformance(expected, got).message };
  return { verdict: 'blocked', reason: message, blockedBy };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}
