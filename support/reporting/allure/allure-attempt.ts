import type { PickleStep } from '@cucumber/messages';
import type { ScenarioVerdict } from '../../harness/verdict/verdict-attachment.ts';
import type { ReasonedVerdict } from '../../harness/verdict/verdict.ts';
import type { ExchangeSection } from './allure-exchanges.ts';

/** One attempt at one scenario, from cucumber's messages. */
export interface Attempt {
  /** The tags of the scenario, its rule's among them. */
  readonly tags: readonly string[];
  /** The verdict that the harness attached. */
  attached: ScenarioVerdict | null;
  /** A fault of the suite itself: a step without a definition, a hook that threw. */
  fault: string | null;
  /** The message of the first failing step. */
  failure: string | null;
  readonly steps: readonly PickleStep[];
  exchanges: readonly ExchangeSection[];
}

/**
 * The report's verdict on an attempt. A verdict that contradicts its steps does not count: nothing may be green for the
 * wrong reason. (A failing step and `observed` do not contradict each other: if the documentation is silent, a failure
 * is only reported.)
 */
export function verdictOn({ attached, fault, failure }: Attempt): ReasonedVerdict {
  if (attached === null) return harnessError(fault ?? failure ?? 'the scenario ended without a verdict');
  if (fault !== null) {
    return harnessError(attached.verdict === 'harness-error' ? `${attached.reason ?? ''}; ${fault}` : fault);
  }
  if (failure !== null && attached.verdict === 'conformant') {
    return harnessError(`judged conformant, although a step failed: ${failure}`);
  }
  return attached;
}

function harnessError(reason: string): ReasonedVerdict {
  return { verdict: 'harness-error', reason };
}
