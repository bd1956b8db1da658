import type { SeenScenario } from '../in-process-suite.ts';
import type { WorkerFault } from '../worker-process.ts';
import type { MutantReply } from './mutant-orders.ts';
import type { Mutant } from './mutants.ts';

export type Fate =
  /** A scenario is nonconformant. */
  | 'killed'
  /** Every scenario that reaches it ends as on the sound store. */
  | 'survived'
  /** No scenario reaches it. */
  | 'not reached'
  /** It fails what only prepares, so that a run is inconclusive. */
  | 'set-up failed'
  /** The store or the harness failed, or the process ended. */
  | 'crashed'
  /** It loops, or does not end in time. */
  | 'timed out';

/** `why` says by which clause it was killed, or what failed. */
export interface MutantFate {
  readonly fate: Fate;
  readonly why: string | null;
}

export interface TriedMutant extends MutantFate {
  readonly mutant: Mutant;
  readonly durationMs: number;
}

/** What follows from the reply of a worker. */
export function fateOf(reply: MutantReply | WorkerFault): MutantFate {
  if ('fault' in reply) return { fate: reply.timedOut ? 'timed out' : 'crashed', why: reply.fault };
  switch (reply.kind) {
    case 'judged':
      return fateIn(reply.scenarios);
    case 'not opened':
      return { fate: 'set-up failed', why: reply.why };
    case 'crashed':
      return { fate: 'crashed', why: reply.why };
    case 'loops':
      return { fate: 'timed out', why: 'it loops' };
    case 'baseline':
      throw new Error('a mutant was answered as the baseline is');
  }
}

/** As on the sound store. */
export function isAsBefore({ verdict }: Pick<SeenScenario, 'verdict'>): boolean {
  return verdict === 'conformant' || verdict === 'observed';
}

/** Only `nonconformant` kills; our own fault makes the run void, whatever else it says. */
function fateIn(scenarios: readonly SeenScenario[]): MutantFate {
  const faulty = scenarios.find(({ verdict }) => verdict === 'harness-error');
  if (faulty !== undefined) return { fate: 'crashed', why: described(faulty) };
  const killer = scenarios.find(({ verdict }) => verdict === 'nonconformant');
  if (killer !== undefined) return { fate: 'killed', why: described(killer) };
  const unprepared = scenarios.find((scenario) => !isAsBefore(scenario));
  if (unprepared !== undefined) return { fate: 'set-up failed', why: described(unprepared) };
  return { fate: 'survived', why: null };
}

function described({ clause, name, reason }: SeenScenario): string {
  return `${clause} "${name}"${reason === null ? '' : `: ${reason}`}`;
}
