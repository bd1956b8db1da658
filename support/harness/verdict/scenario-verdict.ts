import { Blocked, Inconclusive, Nonconformance, Unsupported, Untested } from './finding.ts';
import type { Level, ReasonedVerdict } from './verdict.ts';

/** How cucumber says a scenario ended. */
export type Ending = 'PASSED' | 'FAILED' | 'SKIPPED' | 'PENDING' | 'UNDEFINED' | 'AMBIGUOUS' | 'UNKNOWN';

interface JudgedClause {
  readonly id: string;
  readonly level: Level;
}

/** The verdict on a scenario. An ending that no step of ours chose is our own fault. */
export function verdictOnScenario(
  { id, level }: JudgedClause,
  thrown: { readonly error: unknown } | null,
  ending: Ending,
  observations: readonly string[],
): ReasonedVerdict {
  if (thrown === null && ending !== 'PASSED')
    return { verdict: 'harness-error', reason: `the scenario ended ${ending.toLowerCase()}` };
  const ended = verdictOfEnding(thrown?.error ?? null, id);
  return level === 'observe' ? observed(ended, thrown?.error, observations) : ended;
}

/** Our own fault where a scenario ended at a step that cucumber could not play; it tells nothing but the status. */
export function unplayableStep(ending: Ending, step: string): Error | null {
  if (ending === 'UNDEFINED') return new Error(`no step definition matches "${step}"`);
  if (ending === 'AMBIGUOUS') return new Error(`several step definitions match "${step}"`);
  return null;
}

/** Where the documentation is silent, no answer is wrong: what came is reported, and nothing was expected. */
function observed(ended: ReasonedVerdict, thrown: unknown, observations: readonly string[]): ReasonedVerdict {
  if (thrown instanceof Nonconformance)
    return { verdict: 'observed', reason: [...observations, thrown.got].join('; ') };
  if (ended.verdict === 'nonconformant') return { verdict: 'observed', reason: ended.reason };
  if (ended.verdict !== 'conformant') return ended;
  if (observations.length === 0)
    return { verdict: 'harness-error', reason: 'the scenario observes and reports nothing' };
  return { verdict: 'observed', reason: observations.join('; ') };
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
